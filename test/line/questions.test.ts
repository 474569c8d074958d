/** Words that ask for one part of a topic get that part first, whatever its name on the channel, and after a consent too. */
import { describe, expect, test } from 'vitest'
import { editFiles } from '../support/edit-files.ts'
import { fixtureFiles, openFixture } from '../support/fixture.ts'
import {
  act,
  actAll,
  at,
  counted,
  heard,
  key,
  locale,
  otherLocales,
  pathOf,
  read,
  say,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'

const main = at('main')
const signs = 'what are the warning signs in my bones'
const britain = { ...voice, country: 'GB' }

describe('words that ask for one part', () => {
  test('are answered by that part, and # goes on from it', () => {
    const turn = act(say(signs), main, britain)
    expect(heard(turn).slice(0, 2)).toEqual(['Bones, part 2.', 'If your legs go numb, call 9 9 9.'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone-2`)
    const next = act(key('#'), turn.position, britain)
    expect(heard(next)[1]).toBe('Ask a nurse in Britain.')
    expect(pathOf(act(key('*'), turn.position, britain))).toBe(`${locale}/normal/main`)
  })

  test('by text too, and MORE goes on from it', () => {
    const turn = act(text(signs), main, { ...sms, country: 'GB' })
    expect(read(turn)).toEqual(['Bones', 'Numb legs? Call 999.', 'Reply MORE or MENU.'])
    expect(read(act(text('more'), turn.position, { ...sms, country: 'GB' }))[0]).toBe(
      'Ask a nurse in Britain.',
    )
  })

  test('as the first text get it with the emergency number', () => {
    expect(read(act(text(signs), null))).toEqual([
      'Bones',
      'Numb legs? Call 911.',
      'Reply OUTLOOK, MENU or PERSON.',
      'Emergency: 911',
    ])
  })

  test('for the first part get the topic from its beginning', () => {
    expect(pathOf(act(say('my hip aches at night'), main))).toBe(`${locale}/normal/main/bone`)
    expect(read(act(text('my hip aches at night'), main)).slice(0, 2)).toEqual([
      'Bones',
      'It can go to the bones.',
    ])
  })

  test('lead away from a later part of the same topic', () => {
    expect(pathOf(act(say('my hip aches at night'), act(say(signs), main).position))).toBe(
      `${locale}/normal/main/bone`,
    )
  })

  test('are counted as the topic, once opened', () => {
    expect(counted(act(say(signs), main, britain))).toEqual(['open bone'])
    expect(counted(act(say(signs), main))).toEqual(['open bone', 'finish bone'])
  })

  test('a keyword asks for the whole topic', () => {
    for (const words of ['bone', 'Bones!']) expect(pathOf(act(text(words), main))).toMatch(/\/bone$/)
  })
})

/** The outlook in two parts, of which the second has another name on each channel. */
const line = openFixture(
  editFiles(
    fixtureFiles,
    [
      'flows/main.yaml',
      ['nodes', 'outlook', 'parts'],
      { voice: ['years', 'hopes'], sms: ['years', 'plans'] },
    ],
    [
      'flows/main.yaml',
      ['nodes', 'outlook', 'facts'],
      [
        { id: 'years', note: 'many live for years', sources: ['clinic'], voice: 'years', sms: 'years' },
        { id: 'plans', note: 'plans help', sources: ['clinic'], voice: 'hopes', sms: 'plans' },
      ],
    ],
    ...[locale, ...otherLocales].flatMap(
      (each) =>
        [
          [`locales/${each}/main.json`, ['outlook', 'voice', 'hopes'], 'Plans can help you.'],
          [`locales/${each}/main.json`, ['outlook', 'sms', 'plans'], 'Plans can help.'],
          [`locales/${each}/main.json`, ['outlook', 'facts', 'plans'], ['plans']],
        ] as const,
    ),
    [
      'locales/en/examples.json',
      ['outlook.plans'],
      ['should i make plans', 'is it wise to plan a trip', 'planning for next year', 'what can i plan'],
    ],
  ),
)

describe('a part that has another name on the other channel', () => {
  const words = 'should i make plans for next year'

  test.each([
    ['said', say(words), voice],
    ['texted', text(words), sms],
  ])('is asked for under either name: %s', (_how, event, context) => {
    const asked = act(event, main, context, line)
    expect(pathOf(asked)).toBe(`${locale}/normal/main/askoutlook-2`)
    const told = act(event.kind === 'text' ? text('1') : key('1'), asked.position, context, line)
    expect(pathOf(told)).toBe(`${locale}/normal/main/outlook-2`)
    expect(event.kind === 'text' ? read(told, line)[0] : heard(told, line)[1]).toMatch(/^Plans can help/)
  })
})

describe('a consent', () => {
  const words = 'should i make plans for next year'
  const asked = act(text(words), main, sms, line)

  test('asks before the part that was asked for', () => {
    expect(read(asked, line)).toEqual([
      'This is about how long people live.',
      'To read it, reply 1. Else MENU.',
    ])
  })

  test('keeps the part through a repeat, and through a word that is not understood', () => {
    const turn = actAll([text('again'), text('qqqq'), text('1')], asked.position, sms, line)
    expect(pathOf(turn)).toBe(`${locale}/normal/main/outlook-2`)
    const called = actAll([say(words), key('8'), say('qqqq'), key('1')], main, voice, line)
    expect(pathOf(called)).toBe(`${locale}/normal/main/outlook-2`)
  })

  test('by a keyword leads to the beginning', () => {
    expect(pathOf(actAll([text('outlook'), text('1')], main, sms, line))).toBe(
      `${locale}/normal/main/outlook`,
    )
  })

  test.each(['yes', 'Yes!', 'yes please', 'sure', 'ok tell me', 'i want to read it', 'go ahead'])(
    '"%s" agrees, texted and said',
    (answer) => {
      expect(pathOf(act(text(answer), asked.position, sms, line))).toBe(`${locale}/normal/main/outlook-2`)
      const called = act(say(words), main, voice, line)
      expect(pathOf(act(say(answer), called.position, voice, line))).toBe(`${locale}/normal/main/outlook-2`)
    },
  )

  test.each(['no', 'No.', 'not now', 'no thanks', 'rather not'])(
    '"%s" declines, and is answered kindly',
    (answer) => {
      const texted = act(text(answer), asked.position, sms, line)
      expect(read(texted, line)).toEqual(['That is all right. MENU: topics.'])
      expect(counted(texted)).toEqual(['message', 'reply no'])
      const called = act(say(answer), act(say(words), main, voice, line).position, voice, line)
      expect(heard(called, line)[0]).toBe('That is all right.')
      expect(counted(called)).toEqual(['reply no'])
      for (const { position } of [texted, called])
        expect(position.trail.map(({ node }) => node)).not.toContain('outlook')
    },
  )

  test.each(['dakò', 'نعم', 'はい'])(
    '"%s" agrees in another language, and the conversation keeps its own',
    (answer) => {
      expect(pathOf(act(text(answer), asked.position, sms, line))).toBe(`${locale}/normal/main/outlook-2`)
    },
  )
})

test('yes by text means thanks where nothing was asked', () => {
  expect(read(act(text('sure'), at('main', 'bone')))).toEqual(['You are welcome. MENU or PERSON.'])
})
