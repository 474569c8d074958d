/** The first turn of a call and of a conversation by text. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { fixtureLine } from '../support/fixture.ts'
import {
  act,
  actAll,
  arrival,
  at,
  counted,
  heard,
  key,
  locale,
  media,
  otherLocale,
  pathOf,
  read,
  say,
  silence,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'

const { settings } = fixtureLine
/** Of numbers that offer other languages: one, or two in another order. */
const [single, pair] = settings.numbers
const oneLanguage = { ...voice, called: single?.number ?? '' }
const twoLanguages = { ...voice, called: pair?.number ?? '' }

describe('a call that arrives', () => {
  test('offers each language in itself, after the name of the line', () => {
    const turn = act(arrival, null)
    expect(heard(turn)).toEqual([
      'Smallline.',
      'English, press 1.',
      'العربية، اضغط 2.',
      '日本語は 3 を。',
      'Kreyòl, peze 4.',
    ])
    expect(counted(turn)).toEqual(['call'])
    expect(pathOf(turn)).toBe(`${locale}/normal/languages`)
  })

  test('may be answered by the name of a language, for which recognition is prepared', () => {
    const { expects } = act(arrival, null)
    expect(expects).toEqual({
      kind: 'answer',
      seconds: 10,
      hints: settings.locales.map((each) => ({ key: 'phrases:languageName', locale: each })),
    })
  })

  test('offers the languages of the number that was called, in their order', () => {
    const turn = act(arrival, null, twoLanguages)
    expect(heard(turn)).toEqual(['Smallline.', 'Kreyòl, peze 1.', 'العربية، اضغط 2.'])
    expect(turn.position.locale).toBe('ht')
    expect(act(key('2'), turn.position, twoLanguages).position.locale).toBe('ar')
  })

  test('is welcomed at once where the number offers one language: name and emergency sentence', () => {
    const turn = act(arrival, null, oneLanguage)
    expect(pathOf(turn)).toBe('ja/normal/main')
    expect(heard(turn)).toEqual([
      '緊急のときは 9 1 1 に電話を。',
      'Smalllineです。',
      '体は 1 を。',
      '電話できる人は 2。',
      '人と話すには 0 を。',
      '番号がわかれば 7 を。',
      'もう一度は 8 を。',
      'ほかの聞き方は 9 を。',
      'Smallline、自動音声です。',
    ])
    expect(turn.prompts.map(({ bargeIn }) => bargeIn)).toEqual([false, ...Array(8).fill(undefined)])
  })
})

describe('the choice of language', () => {
  const { position } = act(arrival, null)

  test('leads to the main menu, with the emergency sentence first and what the line is last', () => {
    const turn = act(key('1'), position)
    expect(heard(turn)).toEqual([
      'In an emergency, call 9 1 1.',
      'The body, press 1.',
      'People you can call: 2.',
      'For a person, press 0.',
      'If you know a number, press 7.',
      'To hear this again, press 8.',
      'For other ways, press 9.',
      'This is Smallline, an automated line.',
    ])
    expect(turn.prompts[0]).toMatchObject({ bargeIn: false })
    expect(counted(turn)).toEqual([`language ${locale}`, 'open main'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main`)
  })

  test('may be made by any word of a language', () => {
    expect(act(say('مرحبا'), position).position.locale).toBe('ar')
    expect(act(say('骨'), position).position).toMatchObject({ locale: 'ja' })
    expect(act(say('kreyòl'), position).position.locale).toBe('ht')
  })

  test('after another language was chosen, words no longer choose one', () => {
    expect(act(say('مرحبا'), { ...position, locale: otherLocale }).position.locale).toBe(otherLocale)
    expect(act(say('骨'), { ...position, locale: 'ht' }).position.locale).toBe('ht')
    expect(act(say('骨'), at('languages', 'main')).position.locale).toBe(locale)
    expect(act(say('骨'), at('main', 'languages')).position.locale).toBe(locale)
  })

  test('is also heard in a cry for help', () => {
    expect(act(say('死にたい'), position).position.locale).toBe('ja')
    expect(act(say('死にたい'), at('main')).position.locale).toBe(locale)
  })

  test('goes on by itself in the first language after two silences', () => {
    const again = act(silence, position)
    expect(pathOf(again)).toBe(`${locale}/normal-silence1/languages`)
    expect(heard(again)).toEqual(heard(act(arrival, null)).slice(1))
    const onward = act(silence, again.position)
    expect(pathOf(onward)).toBe(`${locale}/normal/main`)
    expect(heard(onward)[0]).toBe('In an emergency, call 9 1 1.')
    expect(heard(onward).at(-1)).toBe('This is Smallline, an automated line.')
    expect(counted(onward)).toEqual(['silence languages'])
  })

  test('by text leads to the main menu, without a welcome', () => {
    const turn = act(text('4'), at('languages'))
    expect(read(turn)).toEqual(['1 Kò a', '2 Moun ou ka rele', 'Voye yon nimewo. MOUN: yon moun.'])
    expect(counted(turn)).toEqual(['message', 'language ht', 'open main'])
  })

  test('later does not repeat the name of the line', () => {
    expect(heard(act(arrival, at('main', 'languages')))).toEqual(heard(act(arrival, null)).slice(1))
  })

  test('later keeps the place, and says that the language has changed', () => {
    const turn = actAll([key('9'), key('2'), key('2')], at('main', 'body'))
    expect(pathOf(turn)).toBe('ar/normal/main/body')
    expect(heard(turn).slice(0, 2)).toEqual(['الآن بالعربية.', 'الجسم.'])
    expect(counted(turn)).toEqual(['language ar'])
  })

  test('later, from nowhere else, leads to the main menu', () => {
    const turn = act(key('2'), at('ways', 'languages'))
    expect(pathOf(turn)).toBe('ar/normal/main')
    expect(heard(turn)[0]).toBe('الآن بالعربية.')
  })

  test('comes again where a word asks for it, and repeats where it is asked there', () => {
    expect(pathOf(act(say('languages'), at('main', 'body')))).toBe(`${locale}/normal/main/body/languages`)
    expect(counted(act(say('languages'), at('main', 'body')))).toEqual(['open languages'])
    expect(counted(act(say('languages'), at('main', 'languages')))).toEqual([])
  })

  test('is one word away: the name of a language', () => {
    expect(pathOf(act(say('kreyòl'), at('main', 'body')))).toBe('ht/normal/main/body')
    const texted = act(text('kreyòl'), at('main', 'bone'))
    expect(read(texted)).toEqual(['Zo yo', 'Li ka ale nan zo yo.', 'Voye PLIS oswa MENI.'])
  })
})

describe('the first text', () => {
  test('gets its topic, and the emergency number', () => {
    const turn = act(text('Bone?'), null)
    expect(read(turn)).toEqual(['Bones', 'It can go to the bones.', 'Reply MORE or MENU.', 'Emergency: 911.'])
    expect(counted(turn)).toEqual(['message', 'open bone'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone`)
  })

  test('gets its topic in its own language', () => {
    expect(read(act(text('عظام'), null))).toEqual([
      'العظام',
      'قد يصل إلى العظام.',
      'أرسل المزيد أو القائمة.',
      'الطوارئ: 911.',
    ])
    expect(act(text('骨'), null).position.locale).toBe('ja')
    expect(act(text('ZO'), null).position.locale).toBe('ht')
  })

  const greeting = [
    'Smallline: texts about cancer.',
    '1 The body',
    '2 People to call',
    'Reply with a number. PERSON: someone.',
    'Emergency: 911.',
  ]
  test.each(['qqqq', 'hello', '3', '*', 'english'])('"%s" gets a greeting and the main menu', (words) => {
    const turn = act(text(words), null)
    expect(read(turn)).toEqual(greeting)
    expect(pathOf(turn)).toBe(`${locale}/normal/main`)
  })

  test.each([
    ['qqqq', 'unmatched main'],
    ['hello', 'open main'],
    ['english', `language ${locale}`],
  ])('"%s" is counted as %s', (words, tally) => {
    expect(counted(act(text(words), null))).toEqual(['message', tally])
  })

  test('0 gets people to call', () => {
    expect(pathOf(act(text('0'), null))).toBe(`${locale}/normal/main/call`)
  })

  test('that says thanks, or asks for what is not there, is not greeted', () => {
    expect(read(act(text('thanks'), null))).toEqual(['You are welcome. MENU or PERSON.', 'Emergency: 911.'])
    expect(read(act(text('more'), null))).toEqual(['That is all. MENU or PERSON.', 'Emergency: 911.'])
  })

  test('without words gets to know that words are read', () => {
    const turn = act(media, null)
    expect(read(turn)).toEqual(['Please text a word. MENU or PERSON.', 'Emergency: 911.'])
    expect(counted(turn)).toEqual(['message'])
  })

  test('that is a word of the carrier gets nothing at all', () => {
    const turn = act(text('STOP'), null)
    expect(turn.prompts).toEqual([])
    expect(turn.expects).toEqual({ kind: 'nothing' })
    expect(counted(turn)).toEqual(['message', 'carrier-word'])
  })

  test('is read in the first language of the number that was texted', () => {
    expect(read(act(text('qqqq'), null, { ...sms, called: pair?.number ?? '' }))[0]).toBe(
      'Smallline: tèks sou kansè.',
    )
  })

  test('names the emergency number of the country, or words for it', () => {
    expect(read(act(text('bone'), null, { ...sms, country: 'GB' })).at(-1)).toBe('Emergency: 999.')
    expect(read(act(text('bone'), null, { ...sms, country: 'FR' })).at(-1)).toBe(
      'Emergency: your local emergency number (the United States: 911).',
    )
  })
})

test('a line of one language has no choice of it', () => {
  const line: Line = { ...fixtureLine, settings: { ...settings, locales: [locale], numbers: [] } }
  const turn = act(arrival, null, voice, line)
  expect(pathOf(turn)).toBe(`${locale}/normal/main`)
  expect(heard(turn).slice(0, 2)).toEqual(['In an emergency, call 9 1 1.', 'Smallline.'])
  expect(heard(act(key('9'), turn.position, voice, line), line).slice(0, 3)).toEqual([
    'Other ways.',
    'A slower voice, press 1.',
    'More time, press 2.',
  ])
  expect(pathOf(act(key('*'), at('languages'), voice, line))).toBe(`${locale}/normal/main`)
})
