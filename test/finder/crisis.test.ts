/** Cries for help that no pattern foresees are heard by a classifier that is trained on sentences. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crisisScore, openCrisisModel } from '../../src/finder/crisis-score.ts'
import { find } from '../../src/finder/find.ts'
import { phoneticKey } from '../../src/finder/phonetic-key.ts'
import { tokenize } from '../../src/finder/tokens.ts'
import { trainCrisis } from '../../src/finder/train-crisis.ts'
import { line, locales } from '../support/line.ts'

const examples = [
  { text: 'they can get on without me', isCrisis: true },
  { text: 'nobody would notice without me', isCrisis: true },
  { text: 'can i get on a plane', isCrisis: false },
  { text: 'can they start without a biopsy', isCrisis: false },
]
const { crisis } = line.finder
const score = (text: string, model = crisis) =>
  crisisScore(
    model,
    tokenize(text).map(({ key }) => key),
  )

describe('training', () => {
  const model = trainCrisis(examples)
  const few = openCrisisModel(model)

  test('tells sentences apart by the words that differ', () => {
    expect(score('they would manage without me', few)).toBeGreaterThan(0.5)
    expect(score('can i get a biopsy', few)).toBeLessThan(0.5)
  })

  test('gives the same weights from the same sentences', () => {
    expect(trainCrisis(examples)).toEqual(model)
  })

  test('compares words as they sound, and by their beginnings', () => {
    expect(score('nobodi wud notice', few)).toBe(score('nobody wud notice', few))
    expect(score('noticing', few)).toBeGreaterThan(score('nothing', few))
  })
})

describe('scoring', () => {
  const cry = 'my children would have an easier life without me and i have made up my mind'
  const story = 'she had a scan in march and the doctor said it is in her liver and what can she eat now'

  test('hears a cry within a long story', () => {
    expect(score(story)).toBeLessThan(0.3)
    expect(score(`${story} ${cry} ${story}`)).toBeGreaterThan(0.3)
  })

  test('is a likelihood, whatever the words', () => {
    const words = fc.array(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', '^', '$', '')))
    fc.assert(
      fc.property(words, (message) => {
        const likelihood = crisisScore(crisis, message.map(phoneticKey))
        expect(likelihood).toBeGreaterThanOrEqual(0)
        expect(likelihood).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test.each(locales)('in %s, whoever texts a keyword and no more is not taken to despair', (locale) => {
  const keywords = [...line.finder.keywords.meanings.keys()]
  expect(keywords.filter((word) => find(line.finder, word, locale).despair)).toEqual([])
})
