/** No input and no match: the ladder that is climbed, and what it says at each rung. */
import { describe, expect, test } from 'vitest'
import { fixtureLine } from '../support/fixture.ts'
import {
  act,
  actAll,
  arrival,
  at,
  counted,
  dialled,
  heard,
  key,
  locale,
  pathOf,
  read,
  say,
  silence,
  staffed,
  text,
  voice,
} from '../support/fixture-person.ts'

const place = at('main', 'body')
const options = ['Bones, press 1.', 'How long people live: 2.', 'For a person, press 0.']
/** After a miss all keys follow. */
const allKeys = ['To hear this again, press 8.', 'To go back, press star.', 'For other ways, press 9.']
const silences = (times: number) => Array(times).fill(silence)
const called = { ...voice, called: '+15555550100' }

describe('no input', () => {
  test('the first time is met with patience and the options', () => {
    const turn = act(silence, place)
    expect(heard(turn)).toEqual(['Take your time.', ...options, ...allKeys])
    expect(pathOf(turn)).toBe(`${locale}/normal-silence1/main/body`)
    expect(turn.expects).toMatchObject({ kind: 'answer', seconds: 10 })
    expect(counted(turn)).toEqual(['silence body'])
  })

  test('the second time is asked for more time, and waited for a minute and a half', () => {
    const turn = actAll(silences(2), place)
    expect(heard(turn)).toEqual(['For more time, press 1.'])
    expect(pathOf(turn)).toBe(`${locale}/normal-silence2/main/body`)
    expect(turn.expects).toMatchObject({ kind: 'answer', seconds: 90 })
    expect(counted(turn)).toEqual(['silence body'])
  })

  test('the third time ends in a goodbye, with the number to call again where it is known', () => {
    const turn = actAll(silences(3), place, called)
    expect(heard(turn)).toEqual(['To call again: 1 5 5 5 5 5 5 0 1 0 0.', 'Goodbye, and take care.'])
    expect(turn.expects).toEqual({ kind: 'nothing' })
    expect(counted(turn)).toEqual(['silence body'])
    expect(heard(actAll(silences(3), place))).toEqual(['Goodbye, and take care.'])
  })

  test('the third time calls a person, where one can be called', () => {
    const turn = actAll(silences(3), place, staffed)
    expect(heard(turn)).toEqual(['Calling Smallline.'])
    expect(turn.expects).toMatchObject({ kind: 'dial', to: { phone: '+15555550199' }, seconds: 30 })
    expect(pathOf(turn)).toBe(`${locale}/normal-silence3/main/body/person`)
    expect(counted(turn)).toEqual(['silence body', 'handoff dialled'])
  })

  test('calls nobody where the line has no number of its own', () => {
    const { settings } = fixtureLine
    const line = { ...fixtureLine, settings: { ...settings, handoff: { ...settings.handoff, number: null } } }
    expect(actAll(silences(3), place, staffed, line).expects.kind).toBe('nothing')
  })

  test.each([true, false])('calls a person once, then climbs to the goodbye (answered: %s)', (answered) => {
    const calling = actAll(silences(3), place, staffed)
    let { position } = act(dialled(answered), calling.position, staffed)
    const rungs = [1, 2, 3].map(() => {
      const turn = act(silence, position, staffed)
      position = turn.position
      return [heard(turn)[0], turn.expects.kind]
    })
    expect(rungs).toEqual([
      ['Take your time.', 'answer'],
      ['For more time, press 1.', 'answer'],
      ['Goodbye, and take care.', 'nothing'],
    ])
    expect(position.retries).toEqual({ reason: 'silence', count: 6 })
  })

  test('after the goodbye stays at the goodbye', () => {
    expect(actAll(silences(7), place).position.retries).toEqual({ reason: 'silence', count: 6 })
    expect(heard(actAll(silences(7), place))).toEqual(['Goodbye, and take care.'])
  })

  test('begins anew once a key was pressed, also in vain', () => {
    expect(pathOf(actAll([silence, key('8'), silence], place))).toBe(`${locale}/normal-silence1/main/body`)
    expect(pathOf(actAll([silence, key('5'), silence], place))).toBe(`${locale}/normal-silence1/main/body`)
  })
})

describe('more time', () => {
  test('is given where it was asked for, and the options come again', () => {
    const turn = actAll([silence, silence, key('1')], place)
    expect(heard(turn)).toEqual(['I will wait longer.', ...options])
    expect(pathOf(turn)).toBe(`${locale}/normal-long/main/body`)
    expect(turn.expects).toMatchObject({ seconds: 90 })
    expect(counted(turn)).toEqual([])
  })

  test('is what 1 means there, and 1 alone', () => {
    expect(pathOf(actAll([silence, silence, key('2')], place))).toBe(
      `${locale}/normal-long/main/body/askoutlook`,
    )
  })

  test('is given on the second climb too', () => {
    expect(pathOf(act(key('1'), { ...place, retries: { reason: 'silence', count: 5 } }))).toBe(
      `${locale}/normal-long/main/body`,
    )
  })

  test.each([
    ['after one silence', { reason: 'silence', count: 1 } as const],
    ['after the goodbye', { reason: 'silence', count: 3 } as const],
    ['after two keys without an option', { reason: 'key', count: 2 } as const],
    ['when nothing was missed', null],
  ])('is not what 1 means %s', (_name, retries) => {
    expect(pathOf(act(key('1'), { ...place, retries }))).toBe(`${locale}/normal/main/body/bone`)
  })

  test('lasts at every place that follows', () => {
    const turn = actAll([silence, silence, key('1'), key('1')], place)
    expect(pathOf(turn)).toBe(`${locale}/normal-long/main/body/bone`)
    expect(turn.expects).toMatchObject({ seconds: 90 })
  })
})

describe('no match', () => {
  test('of words is said kindly, then the options come again', () => {
    const turn = act(say('qqqq'), place)
    expect(heard(turn)).toEqual(['I did not understand that.', ...options, ...allKeys])
    expect(counted(turn)).toEqual(['unmatched body'])
    expect(pathOf(turn)).toBe(`${locale}/normal-key1/main/body`)
  })

  test('counts keys and words together, to three', () => {
    expect(pathOf(actAll([say('qqqq'), key('5')], place))).toBe(`${locale}/normal-key2/main/body`)
    expect(pathOf(actAll(Array(5).fill(key('5')), place))).toBe(`${locale}/normal-key3/main/body`)
  })

  test('the third time calls a person, where one can be called', () => {
    const turn = actAll([key('5'), say('qqqq'), key('5')], place, staffed)
    expect(turn.expects.kind).toBe('dial')
    expect(counted(turn)).toEqual(['wrong-key body', 'handoff dialled'])
    expect(actAll([key('5'), say('qqqq')], place, staffed).expects.kind).toBe('answer')
  })

  test('never calls a person from the choice of language, nor where the line has none', () => {
    const { settings } = fixtureLine
    const line = { ...fixtureLine, settings: { ...settings, handoff: { ...settings.handoff, number: null } } }
    expect(actAll(Array(3).fill(key('8')), at('languages'), staffed).expects.kind).toBe('answer')
    expect(actAll(Array(4).fill(key('5')), at('languages'), staffed).expects.kind).toBe('answer')
    expect(pathOf(actAll(Array(4).fill(key('5')), place, staffed, line))).toBe(
      `${locale}/normal-key3/main/body`,
    )
    expect(pathOf(actAll(Array(4).fill(key('5')), place))).toBe(`${locale}/normal-key3/main/body`)
  })

  test('by text keeps the place and counts nothing towards a person', () => {
    const turn = act(text('qqqq'), place)
    expect(read(turn)).toEqual(['I did not find that. MENU or PERSON.'])
    expect(pathOf(turn)).toBe(`${locale}/normal/main/body`)
  })
})

test('in the choice of language, silence asks for no patience in a language nobody chose', () => {
  expect(heard(actAll([arrival, silence], at('languages')))).toEqual(
    heard(act(arrival, at('languages'))).slice(1),
  )
})
