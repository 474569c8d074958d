/** Words find their topic: on messages that nobody tuned to, and on those that must never go wrong. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { describe, expect, test } from 'vitest'
import { CARRIER_WORDS } from '../../src/finder/carrier-words.ts'
import { find } from '../../src/finder/find.ts'
import { normalise } from '../../src/finder/tokens.ts'
import { readLocale } from '../../src/locale/read.ts'
import { readFinding, scoreFinding } from '../../tools/support/finder-scores.ts'
import { files, line, locales } from '../support/line.ts'
import { root } from '../support/root.ts'

const { spelling } = line.finder
const { keyOf } = spelling
const read = (words: string) => normalise(words, spelling)

const heldOut = locales.flatMap((locale) =>
  readFinding(readFileSync(join(root, 'test', 'finding', `held-out.${locale}.tsv`), 'utf8')),
)

describe('on messages that were not used to tune', () => {
  const score = scoreFinding(line, heldOut)

  test('the right topic comes first, or is among those offered', () => {
    expect(score.topRanked).toBeGreaterThanOrEqual(0.9)
    expect(score.offered).toBeGreaterThanOrEqual(0.96)
  })

  test('cries for help are heard, and few others are taken for one', () => {
    expect(score.crisisFirst).toBe(1)
    expect(score.crisisNamed).toBe(1)
    expect(score.crisisFirstFalse).toBeLessThan(0.02)
    expect(score.crisisNamedFalse).toBeLessThan(0.04)
    expect(score.emergencyFalse).toBeLessThan(0.02)
  })
})

test('veiled cries for help have the crisis line named to them, and few look-alikes are taken for one', () => {
  const veiled = locales.flatMap((locale) =>
    readFinding(readFileSync(join(root, 'test', 'finding', `held-out-crisis.${locale}.tsv`), 'utf8')),
  )
  const score = scoreFinding(line, veiled)
  expect(score.crisisNamed).toBeGreaterThanOrEqual(0.96)
  expect(score.crisisFirst).toBeGreaterThanOrEqual(0.75)
  expect(score.crisisFirstFalse).toBeLessThan(0.02)
})

describe.each(locales)('in %s', (locale) => {
  test('no keyword or phrase is a carrier word, and no printed word is one letter from one', () => {
    const { locale: authored } = readLocale(files, locale)
    const phrases = Object.values(authored?.nodes ?? {}).flatMap(({ data }) => data.phrases.map(read))
    expect(phrases.length).toBeGreaterThan(1000)
    expect(phrases.filter((phrase) => CARRIER_WORDS.has(phrase))).toEqual([])
    const words = [...line.finder.keywords.meanings].flatMap(([word, keywords]) =>
      keywords.some((keyword) => keyword.locale === locale) ? [word] : [],
    )
    expect(words.filter((word) => CARRIER_WORDS.has(word))).toEqual([])
    const printed = Object.values(line.locales[locale]?.resources.nodes ?? {}).map(({ word }) => read(word))
    const near = printed.filter((word) =>
      [...CARRIER_WORDS].some((reserved) => distance(reserved, word) <= 1),
    )
    expect(near).toEqual([])
  })

  test('no keyword is a stop, a start, or a machine', () => {
    const taken = [...line.finder.keywords.meanings.keys()].filter((word) =>
      ['stop', 'start', 'carrier', 'machine'].includes(find(line.finder, word, locale).found.kind),
    )
    expect(taken).toEqual([])
  })
})

test.each([
  ['crisis', 'i want to die'],
  ['crisis', 'Quiero matarme'],
  ['crisis', 'i wnat to kill myslef'],
  ['emergency', 'I cannot breathe'],
  ['emergency', 'no puedo orinar'],
  ['emergency', 'my legs are numb'],
  ['emergency', 'está convulsionando'],
])('%s: "%s"', (alarm, words) => {
  expect(find(line.finder, words, 'en').heard?.alarm).toBe(alarm)
})

test.each([
  'I want to die at home',
  'end of life',
  'stop treatment',
  'she is dying',
  'can I stop chemo',
  'this pain is killing me',
  'I am dead tired',
  'quiero morir en casa',
  'el fin de la vida',
  'parar la quimio',
  'no quiero morir',
])('"%s" is an ordinary question, neither a cry for help nor an opt-out', (words) => {
  const { found, heard } = find(line.finder, words, 'en')
  expect(heard).toBeUndefined()
  expect(['stop', 'carrier']).not.toContain(found.kind)
})

test.each([
  'ALTO',
  'Parar',
  'basta!',
  'please stop texting me',
  'Stop please',
  'ya no me manden mensajes',
  'take me off your list',
])('"%s" asks us to text no more', (words) => {
  expect(find(line.finder, words, 'en').found.kind).toBe('stop')
})

test('never throws, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.constantFrom(...locales),
      (words, locale) => {
        find(line.finder, words, locale)
      },
    ),
  )
})

test.each([
  ['chemo', 'kemo'],
  ['quimio', 'kimio'],
  ['hospice', 'hospise'],
  ['vómito', 'bómito'],
  ['hueso', 'ueso'],
  ['zometa', 'someta'],
])('"%s" sounds like "%s"', (word, typed) => {
  expect(keyOf(read(word))).toBe(keyOf(read(typed)))
})

test.each([
  ['¿HUESOS?', 'huesos'],
  ["can't  pee!!", 'cant pee'],
  ['ＢＯＮＥ', 'bone'],
  ['٢١', '21'],
  ['पीड़ा २१', 'पीडा 21'],
  ['😢 pain 😢', 'pain'],
  ['腿没有力', '腿 没 有 力'],
  ['CT检查', 'ct 检 查'],
  ['メニュー', 'メ ニ ュ ー'],
  ['الْعَظْمُ', 'العظم'],
  ['العظـــم', 'العظم'],
  ['\u0000bone\ud800', 'bone'],
])('"%s" is read as "%s"', (typed, words) => {
  expect(read(typed)).toBe(words)
})
