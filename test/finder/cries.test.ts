/** Cries for help that no pattern foresees are heard by what the line has learnt from sentences. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { fold } from '../../src/finder/fold.ts'
import { learnCries } from '../../src/finder/learn-cries.ts'
import { openWeights, weighCry } from '../../src/finder/weigh-cry.ts'
import { line, locales } from '../support/line.ts'

const examples = [
  { words: 'they can get on without me', cry: true },
  { words: 'nobody would notice without me', cry: true },
  { words: 'can i get on a plane', cry: false },
  { words: 'can they start without a biopsy', cry: false },
]
const weights = openWeights(line.lexicon.cries)
const weigh = (words: string, open = weights) => weighCry(open, words.split(' ').map(fold))

describe('learning', () => {
  const learnt = learnCries(examples)
  const few = openWeights(learnt)

  test('tells sentences apart by the words that differ', () => {
    expect(weigh('they would manage without me', few)).toBeGreaterThan(0.5)
    expect(weigh('can i get a biopsy', few)).toBeLessThan(0.5)
  })

  test('gives the same weights from the same sentences', () => {
    expect(learnCries(examples)).toEqual(learnt)
  })

  test('compares words as they sound, and by their beginnings', () => {
    expect(weigh('nobodi wud notice', few)).toBe(weigh('nobody wud notice', few))
    expect(weigh('noticing', few)).toBeGreaterThan(weigh('nothing', few))
  })
})

describe('weighing', () => {
  const cry = 'my children would have an easier life without me and i have made up my mind'
  const story = 'she had a scan in march and the doctor said it is in her liver and what can she eat now'

  test('hears a cry within a long story', () => {
    expect(weigh(story)).toBeLessThan(0.3)
    expect(weigh(`${story} ${cry} ${story}`)).toBeGreaterThan(0.3)
  })

  test('is a likelihood, whatever the words', () => {
    const words = fc.array(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', '^', '$', '')))
    fc.assert(
      fc.property(words, (message) => {
        const likelihood = weighCry(weights, message.map(fold))
        expect(likelihood).toBeGreaterThanOrEqual(0)
        expect(likelihood).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test.each(locales)('in %s, whoever texts a keyword and no more is not taken to despair', (locale) => {
  const keywords = Object.keys(line.lexicon.terms)
  expect(keywords.filter((word) => find(line.lexicon, word, locale).despair)).toEqual([])
})
