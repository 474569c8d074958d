/** A call that one can simply listen to: the line goes on by itself, and tells its keys whole only once. */
import { describe, expect, test } from 'vitest'
import { encodePosition } from '../../src/line/position.ts'
import {
  act,
  actAll,
  at,
  counted,
  heard,
  key,
  locale,
  pathOf,
  say,
  silence,
  text,
} from '../support/fixture-person.ts'

const goesOn = 'I go on by myself. Now: pound. Again: 8. Person: 0. More: 9.'
const brief = 'Person: 0. All keys: 9.'
const allKeys = [
  'For a person, press 0.',
  'To hear this again, press 8.',
  'To go back, press star.',
  'For other ways, press 9.',
]
const first = act(say('bone'), at('main'))
const bone = first.position

describe('after a part', () => {
  test('the line goes on by itself after a short pause, without naming the place, and counts no silence', () => {
    expect(first.expects).toMatchObject({ seconds: 4 })
    const second = act(silence, bone)
    expect(heard(second)[0]).toBe('If your legs go numb, call 9 1 1.')
    expect(pathOf(second)).toBe(`${locale}/normal/main/bone-2`)
    expect(counted(second)).toEqual(['finish bone'])
  })

  test('the last, come the choices of the topic, then the usual patience and the goodbye', () => {
    const last = act(silence, bone)
    expect(heard(last).slice(1)).toEqual(['That is all on bones.', 'How long people live, press 1.', brief])
    expect(last.expects).toMatchObject({ seconds: 10 })
    const turns = [1, 2, 3].map((times) => actAll(Array(times).fill(silence), last.position))
    expect(turns.map((turn) => heard(turn)[0])).toEqual([
      'Take your time.',
      'For more time, press 1.',
      'Goodbye, and take care.',
    ])
  })

  test('any key and any word still lead where they lead', () => {
    expect(pathOf(act(key('*'), bone))).toBe(`${locale}/normal/main`)
    expect(heard(act(key('8'), bone))).toEqual(['Bones.', 'This cancer can go to the bones.', brief])
    expect(heard(act(key('#'), bone))[0]).toBe('Bones, part 2.')
    expect(pathOf(act(say('menu'), bone))).toBe(`${locale}/normal/main`)
  })

  test('a miss is told all keys; then the part comes again, which it may have cut short', () => {
    const missed = act(key('5'), bone)
    expect(heard(missed)).toEqual(['There is no choice on 5.', 'To go on, press pound.', ...allKeys])
    expect(heard(act(silence, missed.position)).slice(0, 2)).toEqual([
      'Bones.',
      'This cancer can go to the bones.',
    ])
  })

  test('a slower listener gets twice the pause', () => {
    expect(act(key('8'), { ...bone, pace: 'slow' }).expects).toMatchObject({ seconds: 8 })
  })

  test('nothing follows by itself once danger was told', () => {
    const helped = act(say('my legs went numb'), bone)
    expect(helped.expects).toMatchObject({ seconds: 10 })
    const next = act(silence, helped.position)
    expect(heard(next)).toEqual(['For more time, press 1.'])
    expect(pathOf(next)).toBe(`${locale}/normal-silence2/main/bone`)
  })
})

describe('a relay or a communication aid', () => {
  const late = actAll([silence, silence], at('main', 'body'))

  test('is waited for a minute and a half from the question for more time on, also where the answer is a choice', () => {
    expect(late.expects).toMatchObject({ seconds: 90 })
    const chosen = act(say('bone'), late.position)
    expect(chosen.position.wait).toBe('long')
    expect(chosen.expects).toMatchObject({ seconds: 90 })
    expect(act(key('1'), late.position).expects).toMatchObject({ seconds: 90 })
  })

  test('hears how to go on sooner', () => {
    expect(heard(act(key('8'), { ...bone, wait: 'long' })).slice(2)).toEqual([
      'To go on, press pound.',
      brief,
    ])
  })

  test('may ask for the time under 9, and is back at its part', () => {
    const given = actAll([key('9'), key('4')], bone)
    expect(heard(given)[0]).toBe('I will wait longer.')
    expect(pathOf(given)).toBe(`${locale}/normal-long/main/bone`)
    expect(heard(act(key('9'), given.position))).not.toContain('More time, press 4.')
  })
})

describe('the keys', () => {
  test('are told whole after the first part of a call, then in one line, also in another topic', () => {
    expect(heard(first).at(-1)).toBe(goesOn)
    expect(encodePosition(bone)).toBe(`${locale}/normal-told/main/bone`)
    expect(heard(act(say('bone'), at('main', 'body')))).toContain(goesOn)
    const menu = act(key('*'), bone).position
    expect(heard(act(say('bone'), menu)).at(-1)).toBe(brief)
    expect(heard(act(say('menu'), bone)).at(-1)).toBe(brief)
  })

  test('are told whole again in another language', () => {
    const other = actAll([key('9'), key('2'), key('4')], bone)
    expect(other.position.told).toBe(true)
    expect(heard(other)).toContain('M ap kontinye pou kont mwen. Kounye a: dyèz. Ankò: 8. Moun: 0. Plis: 9.')
  })

  test('are told whole under 9', () => {
    expect(heard(act(key('9'), bone)).slice(-4)).toEqual([
      'For a person, press 0.',
      'If you know a number, press 7.',
      'To hear this again, press 8.',
      'To go back, press star.',
    ])
  })

  test('are told whole when asked for', () => {
    const asked = act(say('what can I press?'), bone)
    expect(heard(asked)).toEqual(['To go on, press pound.', ...allKeys])
    expect(pathOf(asked)).toBe(`${locale}/normal/main/bone`)
    expect(heard(act(say('keys'), at('main', 'body')))).toEqual([
      'Bones, press 1.',
      'How long people live: 2.',
      ...allKeys,
    ])
    expect(pathOf(act(text('keys'), bone))).toBe(`${locale}/normal/main/bone`)
  })
})
