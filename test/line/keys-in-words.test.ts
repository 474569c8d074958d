/** Keys and numbers of topics in words, as speech recognition writes them and as people text them, on the real line. */
import { describe, expect, test } from 'vitest'
import { encodePosition, type Position, positionAt, stepTo } from '../../src/line/position.ts'
import { take } from '../../src/line/take.ts'
import {
  act,
  at,
  locale as fixtureLocale,
  heard,
  pathOf,
  say,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'
import { line } from '../support/line.ts'

const main = (locale: string) => positionAt(line.main, locale)
/** Where words lead, without language and pace. */
const led = (words: string, position: Position, kind: 'speech' | 'text' = 'speech') => {
  const context = kind === 'speech' ? voice : sms
  return encodePosition(take(line, position, { kind, words }, context).position).replace(
    /^[a-z]+\/normal\//,
    '',
  )
}
const pressed = (key: string, position: Position) =>
  encodePosition(take(line, position, { kind: 'key', key }, voice).position).replace(/^[a-z]+\/normal\//, '')

const KEYS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    '1': [
      'won',
      'one',
      'option one',
      'press one',
      'number 1',
      'the first one',
      'press won',
      'No. 1',
      'number one please',
    ],
    '2': [
      'to',
      'too',
      'two',
      '#2',
      'number two',
      'press to',
      'option 2',
      'I pressed two',
      'choose number two',
      'number to',
      'I want number two',
    ],
    '3': ['three', 'option three', 'third', 'press 3 please', 'tree'],
    '4': ['for', 'four', 'press for', 'number four', 'fore', 'number for please'],
    '7': ['seven', 'press seven'],
    '8': ['ate', 'eight', 'press eight', 'number ate'],
    '9': ['nine', 'number nine'],
    '0': ['zero', 'press zero', 'oh', 'dial zero', '0', 'hit zero'],
    '*': ['star', 'press star', 'the star key', 'asterisk', '*'],
    '#': ['pound', 'pound key', 'hash', 'press the pound sign', 'number sign', 'hashtag', '#'],
  },
  es: {
    '1': ['uno', 'oprimo el uno', 'la primera', 'opción uno', 'número 1', 'la una'],
    '2': [
      'dos',
      'oprimo el dos',
      'número dos',
      'marco el dos',
      '#2',
      'la segunda',
      'aprieto el dos',
      'tecla dos',
      'n.º 2',
    ],
    '3': ['tres', 'la opción tres', 'presiono el tres'],
    '7': ['siete', 'la tecla siete'],
    '8': ['ocho', 'oprima ocho'],
    '9': ['nueve'],
    '0': ['cero', 'oprimo cero', 'marco el cero', '0'],
    '*': ['asterisco', 'oprimo asterisco', 'estrella'],
    '#': ['numeral', 'gato', 'la tecla gato', 'signo de número', 'almohadilla', 'oprimo el signo de número'],
  },
}

describe.each(Object.entries(KEYS))('in %s', (locale, keys) => {
  const rows = Object.entries(keys).flatMap(([key, words]) => words.map((each) => [each, key] as const))
  test.each(rows)('"%s" is the key %s', (words, key) => {
    const menu = stepTo(main(locale), 'tests')
    for (const position of [main(locale), menu]) expect(led(words, position)).toBe(pressed(key, position))
  })
})

describe('the number of a topic in words leads to it', () => {
  test.each([
    ['en', '#21', '21'],
    ['en', 'No. 21', '21'],
    ['en', 'topic 21', '21'],
    ['en', 'twenty one', '21'],
    ['en', 'Twenty-one', '21'],
    ['en', 'number twenty one please', '21'],
    ['en', 'topic number 21', '21'],
    ['en', 'go to topic 35', '35'],
    ['en', 'topic thirty five', '35'],
    ['en', 'twenty', '20'],
    ['en', '# 21', '21'],
    ['es', 'veintiuno', '21'],
    ['es', 'tema 21', '21'],
    ['es', 'número veintiuno', '21'],
    ['es', 'el tema veintiuno por favor', '21'],
    ['es', 'treinta y cinco', '35'],
    ['es', 'n° 21', '21'],
    ['es', 'veinte', '20'],
    ['en', 'veintiuno', '21'],
  ])('(%s) "%s"', (locale, words, number) => {
    const slug = line.finder.numbers.get(number) ?? ''
    const end = new RegExp(`/${line.guards[slug] ?? slug}$`)
    expect(led(words, main(locale), 'text')).toMatch(end)
    const first = take(line, null, { kind: 'text', words }, sms).position
    expect(encodePosition(first)).toMatch(end)
    if (!/° |veint.*/.test(words) || locale === 'es') expect(led(words, main(locale))).toMatch(end)
  })

  test('in the language of its words, where they are texted', () => {
    const localeOf = (words: string, kind: 'text' | 'speech') =>
      take(line, main('en'), { kind, words }, kind === 'text' ? sms : voice).position.locale
    expect(localeOf('tema veintiuno', 'text')).toBe('es')
    expect(localeOf('veintiuno', 'speech')).toBe('en')
    expect(localeOf('21', 'text')).toBe('en')
  })

  test.each(['two one', 'twenty one', '21', 'two, one', 'number 2 1'])('after key 7 too: "%s"', (words) => {
    expect(led(words, stepTo(main('en'), line.number))).toMatch(/\/bone$/)
  })
})

describe('what only looks like a key is none', () => {
  test.each([
    'for my mother',
    'one more time',
    'no one',
    'one two three',
    'me too',
    'twenty four seven',
    '911',
    'stage 4',
    'you too',
  ])('"%s" is read as words', (words) => {
    const menu = main('en')
    for (const key of '1234567') expect(led(words, menu), key).not.toBe(pressed(key, menu))
  })

  test.each(['to', 'too', 'for', 'won'])('"%s" is no key by text, where a person wrote it', (words) => {
    expect(led(words, main('en'), 'text')).toBe('main')
  })
})

describe('a number that no topic has', () => {
  test.each(['79', '#79'])('is not the key 9: "%s" by text', (words) => {
    expect(pathOf(act(text(words), at('main', 'bone')))).toBe(`${fixtureLocale}/normal/main/bone`)
    expect(led(words, main('en'), 'text')).toBe('main')
  })

  test('is not the key 9 in words either', () => {
    expect(pathOf(act(text('ninety nine'), at('main', 'bone')))).not.toMatch(/\/ways$/)
    expect(led('ninety nine', main('en'), 'text')).not.toMatch(/\/ways$/)
  })

  test('is said back by phone', () => {
    expect(heard(act(say('number 79'), at('main')))[0]).toBe('There is no choice on 79.')
  })
})
