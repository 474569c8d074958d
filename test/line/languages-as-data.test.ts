/** What a language brings as data: words in a script without spaces, letters that fold, no voice, words of its carriers, plural forms. */
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import { localesOffered } from '../../src/line/place.ts'
import { type Position, positionAt } from '../../src/line/position.ts'
import { phrase } from '../../src/locale/phrases.ts'
import { writeText } from '../../src/sms/render.ts'
import { type Edit, editFiles } from '../support/edit-files.ts'
import { fixtureFiles, fixtureLine, openFixture } from '../support/fixture.ts'
import {
  act,
  arrival,
  counted,
  heard,
  key,
  pathOf,
  read,
  say,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'

const CREOLE = 'locales/ht/locale.json'
const japanese = positionAt('main', 'ja')
const textsSeen = (turn: ReturnType<typeof act>) => writeText(textsOf(fixtureLine), turn)

const lineWith = (...edits: readonly Edit[]) => openFixture(editFiles(fixtureFiles, ...edits))

describe('in a script without spaces', () => {
  test.each(['毎晩、死にたいと思います', '先生、私はもう死にたいです。'])(
    'a cry is heard inside "%s"',
    (words) => {
      expect(counted(act(text(words), japanese))).toContain('crisis')
    },
  )

  test('a sign is heard inside a sentence, and what only looks like a cry is none', () => {
    expect(counted(act(text('昨日の夜から息ができないんです'), japanese))).toContain('emergency')
    expect(counted(act(text('できれば家で死にたいです'), japanese))).not.toContain('crisis')
  })

  test('an opt-out is heard inside a sentence', () => {
    expect(counted(act(text('お願いだからメールは送らないで'), japanese))).toContain('stop')
  })

  test.each(['骨', '骨。', '骨に転移しました', '夜に背骨が痛みます'])('"%s" leads to its topic', (words) => {
    expect(pathOf(act(text(words), japanese))).toContain('/bone')
  })

  test.each([
    ['二番', '2'],
    ['第2', '2'],
  ])('"%s" is the second option', (words) => {
    expect(pathOf(act(say(words), japanese))).toBe('ja/normal/main/call')
  })

  test('a goodbye, and a command, are one however they are spaced', () => {
    for (const words of ['さようなら', 'さよう なら'])
      expect(pathOf(act(text(words), japanese))).toBe('ja/normal/main')
    expect(counted(act(text('ありがとう'), japanese))).not.toContain('unmatched')
  })
})

describe('a language without a voice', () => {
  const line = lineWith([CREOLE, ['voice']], ['flows/line.yaml', ['likely'], { HT: ['ht', 'en'] }])
  const first = (called: string | null, country = 'US') => ({ ...voice, called, country })

  test('is offered by text, and by phone neither in the menu nor to its country', () => {
    const context = { called: null, country: 'HT' } as const
    expect(localesOffered({ line, context: { ...context, channel: 'sms' } })).toEqual([
      'ht',
      'en',
      'ar',
      'ja',
    ])
    expect(localesOffered({ line, context: { ...context, channel: 'voice' } })).toEqual(['en', 'ar', 'ja'])
    expect(localesOffered({ line, context: { ...first('+15555550102') } })).toEqual(['ar'])
    const turn = act(arrival, null, first(null, 'HT'), line)
    expect(turn.prompts.map(({ locale }) => locale)).not.toContain('ht')
  })

  test('is not chosen by its name in a call, and is by text', () => {
    const start = positionAt('languages', 'en')
    expect(act(say('kreyòl'), start, voice, line).position.locale).toBe('en')
    expect(act(text('kreyòl'), null, sms, line).position.locale).toBe('ht')
  })

  test('is not answered in a call, where a cry is heard in its words', () => {
    const turn = act(say('mwen vle mouri'), positionAt('languages', 'en'), voice, line)
    expect(counted(turn)).toContain('crisis')
    expect(turn.position.locale).toBe('en')
  })
})

describe('one word in two languages', () => {
  const line = lineWith(['locales/ht/main.json', ['outlook', 'keywords'], ['lavni', 'bones']])
  const opened = (position: Position | null, called: string | null = null) =>
    pathOf(act(text('bones'), position, { ...sms, called }, line))

  test('leads where the language of the conversation has it', () => {
    expect(opened(positionAt('main', 'en'))).toContain('en/normal/main/bone')
    expect(opened(positionAt('main', 'ht'))).toContain('ht/normal/main/askoutlook')
  })

  test('leads where the first language of the number has it, if that of the conversation has none', () => {
    expect(opened(positionAt('main', 'ar'))).toContain('/bone')
    expect(opened(positionAt('main', 'ar'), '+15555550102')).toContain('/askoutlook')
  })
})

describe('what a language brings', () => {
  test('letters that people type in another way are the same letters', () => {
    const line = lineWith(
      [CREOLE, ['folding'], { đ: 'd', ى: 'ي' }],
      ['locales/ht/main.json', ['bone', 'keywords'], ['đau xương']],
    )
    for (const words of ['dau xuong', 'ĐAU XƯƠNG'])
      expect(pathOf(act(text(words), positionAt('main', 'ht'), sms, line)), words).toContain('/bone')
  })

  test('letters that sound alike are told by the language', () => {
    const spelt = { sounds: lineWith(['locales/en/locale.json', ['sounds'], {}]), plain: fixtureLine }
    expect(spelt.plain.finder.spelling.keyOf('chemo')).toBe('kemo')
    expect(spelt.sounds.finder.spelling.keyOf('chemo')).toBe('chemo')
  })

  test("words of its countries' carriers stop texts and start them again", () => {
    const line = lineWith(['locales/ht/countries.json', ['carriers'], { stop: ['ARRÊT'], help: ['AIDE'] }])
    expect(counted(act(text('arret'), positionAt('main', 'en'), sms, line))).toContain('stop')
    expect(counted(act(text('Aide!'), positionAt('main', 'ht'), sms, line))).toContain('help')
    expect(counted(act(text('arret'), positionAt('main', 'ht')))).not.toContain('stop')
  })

  test('plural forms that the runtime lacks are those of a language that is named', () => {
    const texts = textsOf(fixtureLine)
    const choices = [0, 1, 2].map((count) => texts('ht', phrase('voice.choices', { count }), () => ''))
    expect(choices).toEqual(['Ou gen yon chwa.', 'Ou gen yon chwa.', 'Ou gen 2 chwa.'])
  })
})

test.each(fixtureLine.settings.locales)(
  'the sentence that it is no advice stands in the first text of a conversation only: %s',
  (locale) => {
    const { word } = fixtureLine.locales[locale]?.resources.nodes.bone ?? { word: '' }
    const first = act(text(word), null)
    const later = act(text(word), first.position)
    const safety = textsOf(fixtureLine)(locale, phrase('sms.safety', { emergency: '911' }), () => '')
    expect(textsSeen(first)).toContain(safety)
    expect(textsSeen(later)).not.toContain(safety)
    expect(textsSeen(later).length).toBeLessThan(textsSeen(first).length)
  },
)

test('a key chooses a language with a voice only', () => {
  const line = lineWith([CREOLE, ['voice']])
  const turn = act(key('4'), positionAt('languages', 'en'), voice, line)
  expect(turn.position.locale).toBe('en')
  expect(heard(turn).length).toBeGreaterThan(0)
  expect(read(act(text('languages'), null, sms, line)).join(' ')).toContain('Kreyòl')
})
