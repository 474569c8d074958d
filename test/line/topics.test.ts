/** Topics: parts by channel and country, sensitive ones behind a consent, related ones, and who says so. */
import { describe, expect, test } from 'vitest'
import type { TopicNode } from '../../src/flow/topic.ts'
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
  pathOf,
  read,
  say,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'

const controls = ['To go back, press star.', 'Person: 0. All keys: 9.']
const allKeys = [
  'For a person, press 0.',
  'To hear this again, press 8.',
  'To go back, press star.',
  'For other ways, press 9.',
]
const britain = { ...voice, country: 'GB' }

describe('a topic', () => {
  test('by phone names itself and tells a part; its related topics come after the last', () => {
    const turn = act(say('bone'), at('main'))
    expect(heard(turn)).toEqual([
      'Bones.',
      'This cancer can go to the bones.',
      'I go on by myself. Now: pound. Again: 8. Person: 0. More: 9.',
    ])
    expect(turn.expects).toMatchObject({ hints: [] })
    const { expects } = act(key('#'), turn.position)
    expect(expects).toMatchObject({ hints: [{ key: 'nodes:outlook.label' }] })
    expect(counted(turn)).toEqual(['open bone'])
  })

  test('by text begins with its title, and ends with a word to text next', () => {
    const texts = [1, 2].map((times) =>
      read(actAll([text('bone'), ...Array(times - 1).fill(text('more'))], at('main'), sms)),
    )
    expect(texts).toEqual([
      ['Bones', 'It can go to the bones.', 'Reply MORE or MENU.'],
      ['Numb legs? Call 911.', 'Reply OUTLOOK, MENU or PERSON.'],
    ])
  })

  test('by text after its last part has no more', () => {
    const turn = actAll([text('more'), text('more')], at('main', 'bone'), sms)
    expect(read(turn)).toEqual(['That is all. MENU or PERSON.'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/bone-2`)
    expect(counted(turn)).toEqual(['message'])
  })

  test('has parts for one country only', () => {
    const turn = actAll([key('#'), key('#')], at('main', 'bone'), britain)
    expect(heard(turn).slice(1, 3)).toEqual(['Ask a nurse in Britain.', 'That is all on bones.'])
    expect(counted(turn)).toEqual(['finish bone'])
    expect(heard(act(key('#'), at('main', 'bone'), britain)).slice(0, 2)).toEqual([
      'Bones, part 2.',
      'If your legs go numb, call 9 9 9.',
    ])
    expect(read(actAll([text('more'), text('more')], at('main', 'bone'), { ...sms, country: 'GB' }))[0]).toBe(
      'Ask a nurse in Britain.',
    )
  })

  test('at an address past its end tells its last part', () => {
    const beyond = {
      ...at('main'),
      trail: [
        { node: 'main', part: 1 },
        { node: 'bone', part: 9 },
      ],
    }
    expect(heard(act(arrival, beyond)).slice(0, 3)).toEqual([
      'Bones, part 2.',
      'If your legs go numb, call 9 1 1.',
      'That is all on bones.',
    ])
  })

  test('of a single part is opened and finished at once', () => {
    expect(counted(act(key('1'), at('main', 'askoutlook')))).toEqual(['open outlook', 'finish outlook'])
  })

  test('without related topics ends its text with the menu and a person', () => {
    expect(read(act(text('1'), at('main', 'askoutlook')))).toEqual([
      'Outlook',
      'Many live for years.',
      'Reply MENU or PERSON.',
    ])
  })

  test('is returned to, not entered twice', () => {
    expect(pathOf(act(say('bone'), at('main', 'body', 'bone', 'sources')))).toBe(
      `${locale}/normal/main/body/bone`,
    )
  })
})

describe('a sensitive topic', () => {
  test('is asked for consent first, from wherever it is reached', () => {
    const paths = [
      act(key('2'), at('main', 'body')),
      actAll([key('#'), key('1')], at('main', 'bone')),
      act(say('outlook'), at('main')),
      act(text('35'), at('main')),
    ].map(({ position }) => position.trail.at(-1)?.node)
    expect(paths).toEqual(Array(4).fill('askoutlook'))
  })

  test('asks, and says how to agree', () => {
    const turn = act(say('outlook'), at('main'))
    expect(heard(turn)).toEqual([
      'This is about how long people live. Both are all right.',
      'To hear it, press 1.',
      ...controls,
    ])
    expect(counted(turn)).toEqual(['open askoutlook'])
    expect(read(act(text('outlook'), at('main')))).toEqual([
      'This is about how long people live.',
      'To read it, reply 1. Else MENU.',
    ])
    expect(turn.expects).toMatchObject({ hints: [{ key: 'nodes:outlook.label' }] })
  })

  test('is told once agreed to, and * leads back past the question', () => {
    const told = act(key('1'), at('main', 'body', 'askoutlook'))
    expect(heard(told)).toEqual([
      'How long people live.',
      'Many people live for years.',
      'That is all on how long people live.',
      ...allKeys,
    ])
    expect(pathOf(told)).toBe(`${locale}/normal/main/body/outlook`)
    expect(pathOf(act(key('*'), told.position))).toBe(`${locale}/normal/main/body`)
  })

  test('is not asked for again where it was agreed to', () => {
    expect(pathOf(act(say('outlook'), at('main', 'outlook')))).toBe(`${locale}/normal/main/outlook`)
  })
})

describe('the sources', () => {
  test('are those of the topic that was heard, a few at a time, each publisher and year once', () => {
    const turn = act(say('who says so'), at('main', 'bone'))
    expect(heard(turn)).toEqual([
      'Bones comes from:',
      'The Clinic, 2023.',
      'The Society, 2021.',
      'The Journal, 2019.',
      'To go on, press pound.',
      ...controls,
    ])
    expect(counted(turn)).toEqual(['open sources'])
    expect(heard(act(key('#'), turn.position)).slice(0, 2)).toEqual([
      'The Leaflet, read in 2026.',
      controls[0],
    ])
    expect(read(act(text('more'), turn.position))).toEqual(['The Leaflet, read in 2026.', 'Reply MENU.'])
  })

  test('of the topic nearest on the way', () => {
    expect(heard(act(say('source'), at('main', 'bone', 'outlook')))[0]).toBe('Outlook comes from:')
    expect(heard(act(say('source'), at('main', 'bone', 'call')))[0]).toBe('Bones comes from:')
  })

  test('of nothing, before any topic was heard', () => {
    expect(heard(act(say('source'), at('main')))).toEqual(['Choose a topic first.', ...controls])
    expect(read(act(text('source'), at('main')))).toEqual(['Choose a topic first.', 'Reply MENU.'])
  })

  test('that the line does not have are passed over', () => {
    const bone = fixtureLine.nodes.bone as TopicNode
    const line: Line = {
      ...fixtureLine,
      nodes: {
        ...fixtureLine.nodes,
        bone: {
          ...bone,
          facts: [{ ...bone.facts[0], sources: ['gone', 'clinic'] } as TopicNode['facts'][number]],
        },
      },
    }
    expect(heard(act(say('source'), at('main', 'bone'), voice, line), line).slice(0, 3)).toEqual([
      'Bones comes from:',
      'The Clinic, 2023.',
      controls[0],
    ])
  })
})

describe('a text', () => {
  test.each([
    ['main', ['1 The body', '2 People to call', 'Reply with a number. PERSON: someone.']],
    ['body', ['The body', '1 Bones', '2 Outlook', 'Reply with a number. PERSON: someone.']],
    ['languages', ['Languages', '1 English', '2 العربية', '3 日本語', '4 Kreyòl']],
    ['ways', ['Other ways.', '1 another language', 'Reply with a number. PERSON: someone.']],
    ['number', ['Topic number', 'Reply MENU.']],
    ['person', ['Calling Smallline.', 'Reply MENU.']],
    ['guess', ['Which do you mean?', 'Reply with a number. PERSON: someone.']],
  ])('at %s ends with the ways on from there', (slug, lines) => {
    expect(read(act(arrival, at('main', slug), sms))).toEqual(lines)
  })
})

test('a menu comes back by its name, without a welcome', () => {
  expect(heard(act(key('*'), at('main', 'body')))).toEqual([
    'Main menu.',
    'The body, press 1.',
    'People you can call: 2.',
    'For a person, press 0.',
    'If you know a number, press 7.',
    'To hear this again, press 8.',
    'For other ways, press 9.',
  ])
})
