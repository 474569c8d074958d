/** A classifier learns labels from example messages, and tells how likely each is for a new one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likelihoods, openClassifier, tellingOf } from '../../src/finder/classifier.ts'
import { toCorpus } from '../../src/finder/corpus.ts'
import { featuresOf } from '../../src/finder/features.ts'
import { openSpelling } from '../../src/finder/spelling.ts'
import { tokenize, toTokens } from '../../src/finder/tokens.ts'
import { trainClassifier } from '../../src/finder/train-classifier.ts'
import { word } from './words.ts'

interface Labelled {
  readonly labels: readonly string[]
  readonly text: string
}

const FUNCTION_WORDS = new Set(['my', 'the', 'is', 'what', 'does', 'about'])
const MESSAGES: Readonly<Record<string, readonly string[]>> = {
  bone: [
    'my hip aches at night',
    'the cancer is in my spine',
    'sore ribs',
    'my hip and my spine',
    'a weak rib',
  ],
  chemo: ['what does chemo do', 'chemo makes me sick', 'my chemo is on monday', 'sick after chemotherapy'],
  hospice: ['what is hospice', 'does hospice come home', 'a nurse from hospice', 'care at home'],
}
const examples = Object.entries(MESSAGES).flatMap(([label, texts]) =>
  texts.map((text): Labelled => ({ labels: [label], text })),
)
const spelling = openSpelling({
  folding: {},
  sounds: { z: 's', 'c(eiy)': 's', ch: 'k', 'qu(ei)': 'k', c: 'k', ph: 'f', v: 'b', y: 'i', h: '' },
})
const trained = train(examples)
const features = (message: string) => featuresOf(tokenize(message, spelling), FUNCTION_WORDS)
const likely = (message: string, by = trained) => likelihoods(openClassifier(by), features(message))
const best = (message: string, by = trained) =>
  [...likely(message, by)].sort(([, one], [, other]) => other - one)[0]?.[0]
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

describe('training', () => {
  test('gives the same weights from the same examples', () => {
    expect(train(examples)).toEqual(trained)
  })

  test('is plain JSON, its weights whole numbers', () => {
    expect(JSON.parse(JSON.stringify(trained))).toEqual(trained)
    for (const line of trained.features.split('\n')) expect(line).toMatch(/^[^\t]+\t\d+(,\d+,-?\d+)+$/)
  })

  test('knows each label once, in order', () => {
    expect(trained.labels).toEqual(['bone', 'chemo', 'hospice'])
  })

  test('tells its own examples apart', () => {
    for (const [label, texts] of Object.entries(MESSAGES))
      for (const text of texts) expect(best(text), text).toBe(label)
  })

  test('holds the first label of an example for likelier than the others', () => {
    const mixed = train([...examples, { labels: ['hospice', 'chemo'], text: 'infusion house' }])
    const [first = 0, second = 0, other = 0] = ['hospice', 'chemo', 'bone'].map(
      (label) => likely('infusion house', mixed).get(label) ?? 0,
    )
    expect(first).toBeGreaterThan(second)
    expect(second).toBeGreaterThan(other)
  })

  test('of no example, or of one, throws nothing', () => {
    const none = train([])
    expect([...likely('my hip', none)]).toEqual([])
    const one = train([{ labels: ['bone'], text: 'my hip' }])
    expect([...likely('my hip', one)]).toEqual([['bone', 1]])
  })

  test('takes a word for a word that objects have a method of', () => {
    const odd = train([
      { labels: ['one'], text: 'constructor' },
      { labels: ['other'], text: 'builder' },
    ])
    expect(best('constructor', odd)).toBe('one')
    expect([...likely('valueof', odd)]).toEqual([])
  })
})

describe('likelihoods', () => {
  test('are between 0 and 1, and together 1, whatever the words', () => {
    const message = fc.array(fc.oneof(fc.string(), word, fc.constantFrom('chemo', 'hip', 'my', '__proto__')))
    fc.assert(
      fc.property(message, (words) => {
        const values = [...likely(words.join(' ')).values()]
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
        if (values.length > 0) expect(sum(values)).toBeCloseTo(1, 9)
      }),
    )
  })

  test('are none for a message of unknown words, and for an empty one', () => {
    for (const message of ['qqqq', 'qqqq xxxx', '', '😢']) expect([...likely(message)]).toEqual([])
  })

  test('are the same with unknown words beside the known ones', () => {
    const [alone, beside] = [likely('chemotherapy'), likely('chemotherapy qqqq')]
    for (const [label, value] of alone) expect(Math.abs((beside.get(label) ?? 0) - value)).toBeLessThan(0.1)
  })

  test('are near for a word that is spelt otherwise', () => {
    // Spelt as it sounds, it is the same word.
    expect(likely('kemo')).toEqual(likely('chemo'))
    // With a slip, it shares most groups of letters.
    for (const [typed, label] of [
      ['hospic', 'hospice'],
      ['hopsice', 'hospice'],
      ['chemotherpy', 'chemo'],
      ['chemotherapys', 'chemo'],
    ] as const)
      expect(best(typed), typed).toBe(label)
  })

  test('do not hang on how long a message is', () => {
    const [once, twice] = ['chemo sick', 'chemo sick chemo sick'].map(
      (message) => likely(message).get('chemo') ?? 0,
    )
    expect(Math.abs((once ?? 0) - (twice ?? 0))).toBeLessThan(0.1)
  })
})

describe('features', () => {
  test('are words, pairs of neighbours with both ends, and groups of letters of longer words', () => {
    expect([...features('my bones')]).toEqual([
      ['mi', 0.15],
      ['<s> mi', 1],
      ['bones', 1],
      ['mi bones', 1],
      ...['<bo', 'bon', 'one', 'nes', 'es>', '<bon', 'bone', 'ones', 'nes>', '<bone', 'bones', 'ones>'].map(
        (letters) => [`#${letters}`, 0.4],
      ),
      ['bones </s>', 1],
    ])
  })

  test('are none of an empty message', () => {
    expect([...features('')]).toEqual([])
  })

  test('are words as they sound, so that spellings fall together', () => {
    expect(features('quimio')).toEqual(features('kimio'))
  })

  test('split no short word', () => {
    expect([...features('rib').keys()]).toEqual(['rib', '<s> rib', 'rib </s>'])
  })

  test('hold a function word for little by itself, and split none', () => {
    const asFunctionWord = features('about')
    expect(asFunctionWord.get('about')).toBeLessThan(0.5)
    expect([...asFunctionWord.keys()].filter((feature) => feature.startsWith('#'))).toEqual([])
    const plain = featuresOf(tokenize('about', spelling), new Set())
    expect(plain.get('about')).toBe(1)
  })

  test('count a word once, however often it is said', () => {
    expect(features('rib rib rib').get('rib')).toBe(1)
  })
})

test('a function word sways no answer', () => {
  for (const message of ['hospice', 'my hospice', 'what about the hospice'])
    expect(best(message), message).toBe('hospice')
})

test('every feature that was learnt is found again, the first and the last too', () => {
  const opened = openClassifier(trained)
  for (const line of trained.features.split('\n')) {
    const [name = '', written = ''] = line.split('\t')
    expect(tellingOf(opened, name), name).toBe(Number.parseInt(written, 10))
  }
})

function train(examples: readonly Labelled[]) {
  const texts = examples.map(({ text }) => text)
  return trainClassifier(
    toCorpus(
      texts.map((text) => toTokens(text, spelling)),
      FUNCTION_WORDS,
    ),
    examples.map(({ labels }, message) => ({ labels, message })),
  )
}
