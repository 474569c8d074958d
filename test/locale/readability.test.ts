/** The published formulas, by their worked examples, and the syllables that they count. */
import { describe, expect, test } from 'vitest'
import { fleschKincaid, inflesz, isHarder, readability } from '../../src/locale/readability.ts'
import { vowelGroupSyllables } from '../../src/locale/vowel-group-syllables.ts'

describe('Flesch-Kincaid grade', () => {
  test.each([
    // Published worked examples: "Green Eggs and Ham" has 5.7 words a sentence and 1.02 syllables a word, grade -1.3;
    // the lowest possible score, one word of one syllable a sentence, is -3.40.
    ['Green Eggs and Ham', { words: 570, sentences: 100, syllables: 581.4 }, -1.3],
    ['the lowest grade there is', { words: 1, sentences: 1, syllables: 1 }, -3.4],
    [
      '"The Australian platypus is seemingly a hybrid of a mammal and reptilian creature"',
      { words: 13, sentences: 1, syllables: 24 },
      11.3,
    ],
  ])('of %s', (_name, counts, grade) => {
    expect(fleschKincaid(counts)).toBeCloseTo(grade, 1)
  })

  test('of a text counts its words, sentences and syllables', () => {
    // 10 words, 2 sentences, 11 syllables: 0.39 * 5 + 11.8 * 1.1 - 15.59 = -0.66
    expect(readability('flesch-kincaid', 'en', 'Tell your care team about new pain. They can help.')).toBe(
      -0.7,
    )
  })

  test('leaves numbers out', () => {
    expect(readability('flesch-kincaid', 'en', 'Call them now: 1-800-227-2345.')).toBe(
      readability('flesch-kincaid', 'en', 'Call them now.'),
    )
  })
})

describe('INFLESZ', () => {
  test('is 206.835 - 62.3 syllables a word - words a sentence', () => {
    expect(inflesz({ words: 100, sentences: 10, syllables: 200 })).toBeCloseTo(206.835 - 124.6 - 10)
  })

  test('of a text counts its words, sentences and syllables', () => {
    // 8 words, 2 sentences, 16 syllables: 206.835 - 62.3 * 2 - 4 = 78.2
    expect(readability('inflesz', 'es', 'Llame a su equipo. No espere hasta mañana.')).toBe(78.2)
  })
})

test.each([
  ['flesch-kincaid', 8.1, 8, true],
  ['flesch-kincaid', 8, 8, false],
  ['inflesz', 64.9, 65, true],
  ['inflesz', 65, 65, false],
] as const)('%s: %d against a limit of %d', (formula, score, limit, harder) => {
  expect(isHarder(formula, score, limit)).toBe(harder)
})

test.each([
  ['cáncer', 2],
  ['mama', 2],
  ['equipo', 3],
  ['guerra', 2],
  ['pingüino', 3],
  ['día', 2],
  ['todavía', 4],
  ['hueso', 2],
  ['hueco', 2],
  ['cuidado', 3],
  ['aire', 2],
  ['caer', 2],
  ['oído', 3],
  ['quimioterapia', 5],
  ['radiación', 3],
  ['muy', 1],
  ['y', 1],
  ['ley', 1],
  ['médico', 3],
])('"%s" has %i syllables', (word, count) => {
  expect(vowelGroupSyllables(word)).toBe(count)
})
