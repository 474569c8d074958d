/** Cries for help that no pattern foresees are heard by a classifier that learns from examples, in every language at once. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openClassifier } from '../../src/finder/classifier.ts'
import { dangerIn, trainDanger } from '../../src/finder/danger.ts'
import { find } from '../../src/finder/find.ts'
import { tokenize } from '../../src/finder/tokens.ts'
import { line, locales } from '../support/line.ts'

const MESSAGES = [
  { label: 'crisis', text: 'they can get on without me' },
  { label: 'crisis', text: 'nobody would notice without me' },
  { label: 'crisis', text: 'everybody is better without me' },
  { label: 'rule:breath', text: 'she gasps for air' },
  { label: 'rule:cord', text: 'his legs are numb' },
  { label: 'ordinary', text: 'can i get on a plane' },
  { label: 'ordinary', text: 'can they start without a biopsy' },
  { label: 'bone.where', text: 'is the rib sore' },
  { label: 'reply:bot', text: 'is anybody there' },
]
const trained = trainDanger(MESSAGES, line.finder.spelling)
const few = openClassifier(trained)
const danger = (message: string, by = line.finder.danger) =>
  dangerIn(by, tokenize(message, line.finder.spelling))

describe('training', () => {
  test('makes three kinds of all labels', () => {
    expect(trained.labels).toEqual(['crisis', 'emergency', 'ordinary'])
  })

  test('gives the same weights from the same messages', () => {
    expect(trainDanger(MESSAGES, line.finder.spelling)).toEqual(trained)
  })

  test('tells messages apart by the words that differ', () => {
    expect(danger('they would manage without me', few).crisis).toBeGreaterThan(0.3)
    expect(danger('can i get a biopsy', few).crisis).toBeLessThan(0.5)
    expect(danger('numb legs', few).emergency).toBeGreaterThan(0.3)
  })

  test('compares words as they sound', () => {
    expect(danger('nobodi wud notice', few)).toMatchObject({
      crisis: danger('nobody wud notice', few).crisis,
    })
  })
})

describe('a long story', () => {
  const cry = 'my children would have an easier life without me and i have made up my mind'
  const story = 'she had a scan in march and the doctor said it is in her liver and what can she eat now'

  test('drowns no cry', () => {
    expect(danger(story).crisis).toBeLessThan(0.3)
    for (const long of [
      `${story} ${cry} ${story}`,
      `${story.repeat(20)} ${cry}`,
      `${cry} ${story.repeat(20)}`,
    ])
      expect(danger(long).crisis).toBeGreaterThan(0.3)
  })
})

test('the window of a sign is where it stands, and no longer than a story needs', () => {
  const story = 'she had a scan in march and the doctor said it is in her liver and what can she eat now '
  const { signWindow } = danger(
    `${story.repeat(10)} she cannot breathe and her lips are blue ${story.repeat(10)}`,
  )
  const words = signWindow.map(({ text }) => text)
  expect(words).toContain('blue')
  expect(words.length).toBeLessThan(60)
})

test('danger is a likelihood, whatever the words', () => {
  const words = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', '<s>', '</s>', '')),
  )
  fc.assert(
    fc.property(words, (message) => {
      const { crisis, emergency } = danger(message.join(' '))
      for (const likelihood of [crisis, emergency]) {
        expect(likelihood).toBeGreaterThanOrEqual(0)
        expect(likelihood).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a message of unknown words is in no danger', () => {
  expect(danger('qqqq xxxx', few)).toMatchObject({ crisis: 0, emergency: 0 })
})

test.each(locales)('in %s, whoever texts a keyword and no more is not taken to despair', (locale) => {
  const keywords = [...line.finder.keywords.meanings.keys()]
  const taken = keywords.filter((word) => find(line.finder, word, locale).despair)
  expect(taken).toEqual([])
})
