/** Parts begun and parts heard or read to their end; and whether a topic helped. */
import { describe, expect, test } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { fixtureLine } from '../support/fixture.ts'
import {
  act,
  actAll,
  arrival,
  at,
  counted,
  countedParts,
  heard,
  key,
  pathOf,
  read,
  say,
  silence,
  sms,
  text,
  voice,
} from '../support/fixture-person.ts'

const BEGUN = 'part-begun bone'
const FINISHED = 'part-finished bone'
const bone = at('main', 'bone')
const lastPart = act(silence, bone).position
const asking: Line = { ...fixtureLine, settings: { ...fixtureLine.settings, askIfItHelped: true } }

describe('by phone a part', () => {
  test('is begun when it is given, also again', () => {
    expect(countedParts(act(arrival, bone))).toEqual([BEGUN])
    expect(countedParts(act(key('8'), bone))).toEqual([BEGUN])
    expect(countedParts(act(key('0'), bone))).toEqual([])
  })

  test('is heard to its end where the line goes on by itself, or is asked to', () => {
    expect(countedParts(act(silence, bone))).toEqual([FINISHED, BEGUN])
    expect(countedParts(act(key('#'), bone))).toEqual([FINISHED, BEGUN])
  })

  test('that is the last is heard to its end where silence or a choice follows', () => {
    expect(countedParts(act(silence, lastPart))).toEqual([FINISHED])
    expect(countedParts(act(key('1'), lastPart))[0]).toBe(FINISHED)
    expect(countedParts(act(key('#'), lastPart))).toEqual([])
  })

  test('is finished once', () => {
    const silent = act(silence, lastPart)
    expect(countedParts(act(silence, silent.position))).toEqual([])
    expect(countedParts(act(key('1'), silent.position))).not.toContain(FINISHED)
  })

  test('that was left is not finished', () => {
    for (const leaving of [key('*'), key('9'), key('5'), say('menu')])
      expect(countedParts(act(leaving, bone))).not.toContain(FINISHED)
  })
})

describe('by text a part', () => {
  test('is read to its end when the next is asked for, and the last one at once', () => {
    const first = act(text('bone'), null)
    expect(countedParts(first)).toEqual([BEGUN])
    let turn = first
    const counts: string[] = []
    for (let more = 0; more < 3; more += 1) {
      turn = act(text('more'), turn.position)
      counts.push(...countedParts(turn))
    }
    expect(counts.filter((each) => each === FINISHED).length).toBe(
      counts.filter((each) => each === BEGUN).length + 1,
    )
  })
})

describe('whether it helped', () => {
  const ended = act(silence, bone, voice, asking)
  const yes = heard(ended, asking).find((each) => each.startsWith('Did it help'))
  const [, free = ''] = /Yes: (\d)/.exec(yes ?? '') ?? []

  test('is not asked unless the operator wants it', () => {
    expect(heard(act(arrival, lastPart)).join()).not.toContain('Did it help')
  })

  const related = fixtureLine.nodes.bone?.kind === 'topic' ? fixtureLine.nodes.bone.related.length : 0

  test('is asked at the end of a topic, by keys that no related topic has', () => {
    expect(free).toBe(String(related + 1))
    const no = act(key(String(related + 2)), ended.position, voice, asking)
    expect(counted(act(key(free), ended.position, voice, asking))).toEqual(['helped bone'])
    expect(counted(no)).toEqual(['not-helped bone'])
    expect(heard(no, asking)[0]).toBe('Sorry.')
  })

  test('is understood in words', () => {
    expect(counted(act(say('yes'), ended.position, voice, asking))).toEqual(['helped bone'])
  })

  test('is asked no more in that call, once answered or passed over', () => {
    const answered = act(key(free), ended.position, voice, asking)
    const passed = act(key('*'), ended.position, voice, asking)
    for (const { position } of [answered, passed]) {
      expect(pathOf({ position })).toContain('-asked')
      const again = act(key('8'), { ...position, trail: ended.position.trail }, voice, asking)
      expect(heard(again, asking).join()).not.toContain('Did it help')
    }
  })

  test('by text is one line, and a digit, a YES or a NO answers it', () => {
    const last = actAll([text('bone'), text('more'), text('more'), text('more')], at('main'), sms, asking)
    const there = { ...last, position: { ...last.position, trail: lastPart.trail } }
    const asked = act(text('again'), there.position, sms, asking)
    expect(read(asked, asking).at(-1)).toBe('Did it help? 1 yes, 2 no, MENU.')
    expect(counted(act(text('2'), asked.position, sms, asking))).toEqual(['message', 'not-helped bone'])
    const answered = act(text('yes'), asked.position, sms, asking)
    expect(counted(answered)).toEqual(['message', 'helped bone'])
    expect(read(act(text('again'), answered.position, sms, asking), asking).join()).not.toContain('Did it')
  })

  test('does not take the yes of a consent', () => {
    const consent = act(text('outlook'), at('main'), sms, asking)
    expect(counted(act(text('yes'), consent.position, sms, asking))).not.toContain('helped outlook')
  })
})
