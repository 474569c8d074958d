/** What is told of a helpline beside its number: whom it serves, when, in which languages, and how to call it without hearing. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { type Edit, editFiles } from '../support/edit-files.ts'
import { fixtureFiles, openFixture } from '../support/fixture.ts'
import {
  act,
  actAll,
  arrival,
  at,
  heard,
  key,
  locale,
  read,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'

const GB = 'flows/directory/gb.yaml'
const LOCALES = ['en', 'ar', 'ja', 'ht']
const britain = { ...voice, country: 'GB' }
const texter = { ...sms, country: 'GB' }
const place = at('main', 'call')

const checked = { confidence: 'H', source: 'fiction', checked: '2026-11' }
const advisers = {
  id: 'advisers',
  kind: 'advice',
  name: 'Advisers',
  call: '111',
  second: '+448081570001',
  ...checked,
}
const words = { name: 'Advisers', about: 'advice', area: 'Kent', hours: 'nights', languages: 'French' }

const line = lineWith([
  [GB, ['services', 2], advisers],
  [GB, ['services', 1, 'interpreter'], '116117'],
  [GB, ['relay'], { number: '18001', source: 'fiction', checked: '2026-11' }],
  [GB, ['emergency', 'landline'], '10177'],
  ...LOCALES.map((each): Edit => [`locales/${each}/directory.json`, ['GB', 'services', 'advisers'], words]),
])

function lineWith(edits: readonly Edit[]): Line {
  const opened = openFixture(editFiles(fixtureFiles, ...edits))
  return {
    ...opened,
    settings: { ...opened.settings, handoff: { ...opened.settings.handoff, number: null } },
  }
}

describe('by phone', () => {
  test('a helpline tells whom it serves, when, in which languages, and its other number', () => {
    expect(heard(act(key('3'), place, britain, line), line).slice(0, 6)).toEqual([
      'Advisers, for advice.',
      'For Kent.',
      'Open: nights.',
      'In French.',
      'The number is: 1 1 1.',
      'Or 0 8 0 8 1 5 7 0 0 0 1.',
    ])
  })

  test('a helpline with interpreters tells whom to call first', () => {
    expect(heard(act(key('2'), place, britain, line), line)).toContain('Interpreter: 1 1 6 1 1 7.')
  })

  test('the helplines say whom to call when the care team does not answer, before the choices', () => {
    expect(heard(act(arrival, place, britain, line), line).slice(0, 4)).toEqual([
      'People in Britain.',
      'In an emergency, call 9 9 9, or 1 0 1 7 7 from a landline.',
      'No answer? Call Advisers: 1 1 1.',
      'You have 3 choices.',
    ])
  })
})

describe('by text', () => {
  test('come the same, each helpline in one text, and how to call with a relay last', () => {
    const pages = [1, 2, 3].map((times) =>
      read(actAll([arrival, ...Array(times - 1).fill(text('more'))], place, texter, line), line),
    )
    expect(pages).toEqual([
      [
        'Emergency: 999',
        'Listeners: 116 123',
        'Nurses: 0808 157 0000',
        'Open: weekdays.',
        'Interpreter: 116 117.',
        'Reply MORE or MENU.',
      ],
      [
        'No answer? Call Advisers: 111.',
        'For Kent.',
        'Open: nights.',
        'In French.',
        'Relay: 18001',
        'Reply MENU.',
      ],
      ['That is all. MENU or PERSON.'],
    ])
  })

  test('all helplines are told, though a phone has six keys for them', () => {
    const [service] = line.directory.GB?.services ?? []
    const many = {
      ...line,
      directory: { GB: { ...line.directory.GB, services: Array(8).fill(service) } },
    } as Line
    const pages = [1, 2].flatMap((times) =>
      read(actAll([arrival, ...Array(times - 1).fill(text('more'))], place, texter, many), many),
    )
    expect(pages.filter((each) => each === 'Listeners: 116 123')).toHaveLength(8)
  })
})

test('what to press and the word to text are told with the numbers, in the language that has them', () => {
  const pressing = lineWith([
    [`locales/${locale}/directory.json`, ['US', 'services', 'crisis', 'press'], 'press 2'],
    [`locales/${locale}/directory.json`, ['US', 'services', 'crisis', 'word'], 'AYUDA'],
  ])
  expect(heard(act(key('1'), place, voice, pressing), pressing)).toEqual(
    expect.arrayContaining(['The number is: 9 8 8, then press 2.', 'Or text AYUDA to 9 8 8.']),
  )
  expect(read(act(arrival, place, sms, pressing), pressing)).toContain(
    'Crisis Line: 988, then press 2, or text AYUDA to 988',
  )
})
