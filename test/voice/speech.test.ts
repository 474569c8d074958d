/** Pauses, numbers and lengths of what is spoken. */
import { describe, expect, test } from 'vitest'
import { phoneGroups } from '../../src/locale/phone-groups.ts'
import { secondsOf, secondsUntilSaid } from '../../src/voice/seconds.ts'
import { speakPhone, toSpeech } from '../../src/voice/speech.ts'
import { spokenLanguage } from '../../src/voice/spoken-language.ts'
import { fixtureLine } from '../support/fixture.ts'
import { locale } from '../support/fixture-person.ts'
import { end, render, words } from './documents/document.ts'

const spoken = (tag = locale, wordsPerMinute = 60) => ({
  ...spokenLanguage(fixtureLine, tag),
  wordsPerMinute,
})
const pauses = (text: string) => toSpeech(text, spoken(), 'normal').map(({ pause }) => pause)

describe('what is spoken', () => {
  test('pauses at breaths, after sentences, and longest at the end (IVR-03: 500 ms or more after an option)', () => {
    expect(toSpeech('Bones, | press 1.', spoken(), 'normal')).toEqual([
      { words: 'Bones,', pause: 300 },
      { words: 'press 1.', pause: 600 },
    ])
    expect(pauses('Take your time. I wait. | Yes.')).toEqual([400, 400, 600])
    expect(pauses('| one || two |')).toEqual([300, 600])
    expect(pauses(' | ')).toEqual([])
  })

  test.each(['.', '!', '?', '…', '."', ".'", '.»', '.” ', '。', '。」', '！', '？', '।', '؟', '۔'])(
    'pauses as after a sentence where one ends with "%s" before a breath',
    (end) => {
      expect(pauses(`one${end} | two`)).toEqual([400, 600])
    },
  )

  test.each([',', ':', '. x', '.5'])('pauses as for a breath after "%s"', (end) => {
    expect(pauses(`one${end} | two`).at(-2)).toBe(300)
  })

  test('parts sentences where the language does', () => {
    expect(toSpeech('骨です。痛いです。', spoken('ja'), 'normal')).toEqual([
      { words: '骨です。', pause: 400 },
      { words: '痛いです。', pause: 600 },
    ])
    expect(toSpeech('هل يؤلمك؟ قل ذلك.', spoken('ar'), 'normal').map(({ words }) => words)).toEqual([
      'هل يؤلمك؟',
      'قل ذلك.',
    ])
  })

  test('pauses at least twice as long at the slower pace', () => {
    expect(toSpeech('Does it hurt? | Say so, | now.', spoken(), 'slow')).toEqual([
      { words: 'Does it hurt?', pause: 900 },
      { words: 'Say so,', pause: 600 },
      { words: 'now.', pause: 1200 },
    ])
  })

  test('takes as long as its words and pauses', () => {
    expect(secondsOf('one two three four five', spoken(locale, 150))).toBeCloseTo(2 + 0.6)
    expect(secondsOf('one | two', spoken())).toBeCloseTo(2 + 0.9)
    expect(secondsOf('', spoken())).toBe(0)
  })

  test('counts words where no space parts them', () => {
    expect(secondsOf('骨に広がります。', spoken('ja'))).toBeGreaterThan(2.6)
  })

  test('has been said when its last word has, whatever silence follows', () => {
    expect(secondsUntilSaid('one | two', spoken())).toBeCloseTo(2 + 0.3)
    expect(secondsUntilSaid('one | two | three.', spoken())).toBeCloseTo(3 + 0.6)
    expect(secondsUntilSaid('', spoken())).toBe(0)
  })
})

describe('a telephone number', () => {
  test.each([
    ['+18002272345', 'US', '1 800 227 2345', '1 | 8 0 0 | 2 2 7 | 2 3 4 5'],
    ['988', 'US', '988', '9 8 8'],
    ['85258', 'GB', '85258', '8 5 2 5 8'],
    ['116123', 'GB', '116 123', '1 1 6 | 1 2 3'],
    ['+448088080000', 'GB', '0808 808 0000', '0 8 0 8 | 8 0 8 | 0 0 0 0'],
    ['+18889393333', 'CA', '1 888 939 3333', '1 | 8 8 8 | 9 3 9 | 3 3 3 3'],
    ['+27800567567', 'ZA', '0800 567 567', '0 8 0 0 | 5 6 7 | 5 6 7'],
    ['131114', 'AU', '13 11 14', '1 3 | 1 1 | 1 4'],
    ['+34900100036', 'ES', '900 100 036', '9 0 0 | 1 0 0 | 0 3 6'],
    ['+34900100036', 'US', '+34 900 100 036', '3 4 | 9 0 0 | 1 0 0 | 0 3 6'],
  ])('%s in %s is written "%s" and spoken digit by digit in groups', (phone, country, written, spoken) => {
    expect(phoneGroups({ phone, country }).join(' ')).toBe(written)
    expect(speakPhone({ phone, country })).toBe(spoken)
  })
})

test.each([
  ['Ask Susan G. Komen. They know.', ['Ask Susan G. Komen.', 'They know.']],
  ['See Dr. Lee at St. Mary. Mrs. Poe helps.', ['See Dr. Lee at St. Mary.', 'Mrs. Poe helps.']],
  [
    'Its gene is B R C A. Genes differ. No. It is not.',
    ['Its gene is B R C A.', 'Genes differ.', 'No.', 'It is not.'],
  ],
])('no pause comes into a name: %s', (text, sentences) => {
  expect(toSpeech(text, spoken(), 'normal').map(({ words }) => words)).toEqual(sentences)
})

test('the words alone read right, for an engine that knows no pauses', () => {
  const xml = render({
    prompts: [words('Call 1 | 5 5 5 | 0 1 0 0.')],
    expects: end,
    position: { pace: 'slow' },
  })
  expect(
    xml
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ).toBe('Call 1 5 5 5 0 1 0 0.')
})
