/** What one number, and the whole line, may be sent: replies, one word of the pause, then silence. */
import { describe, expect, test } from 'vitest'
import { createReplyLimiter } from '../../src/sms/reply-limit.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What the messages of a mark get: `reply`, `last` (with the pause), `pause` (without an answer), `silence`. */
function start(ceilings = { number: 60, hour: 1000, day: 5000 }) {
  let time = 1_000_000_000
  const limit = createReplyLimiter(() => time)
  const alarms: number[] = []
  const one = (mark: string, isCry: boolean) => {
    const { reply, pauseMs, isAlarm } = limit(mark, isCry, ceilings)
    if (isAlarm) alarms.push(time)
    if (pauseMs === undefined) return reply ? 'reply' : 'silence'
    return reply ? 'last' : 'pause'
  }
  const several = (times: number, mark: string, isCry: boolean) =>
    Array.from({ length: times }, () => one(mark, isCry))
  return {
    limit: (mark: string, isCry: boolean) => limit(mark, isCry, ceilings),
    alarms,
    take: (times: number, mark = 'a') => several(times, mark, false),
    cry: (times: number, mark = 'a') => several(times, mark, true),
    pass: (ms: number) => {
      time += ms
    },
  }
}

const count = (outcomes: readonly string[], outcome: string) =>
  outcomes.filter((each) => each === outcome).length

describe('a number', () => {
  test('has ten replies, is told of the pause with the tenth, and then gets none', () => {
    expect(start().take(12)).toEqual([...Array(9).fill('reply'), 'last', 'silence', 'silence'])
    expect(start().limit('a', false)).toEqual({ reply: true })
  })

  test('does not use up those of another', () => {
    const { take } = start()
    take(12)
    expect(take(1, 'b')).toEqual(['reply'])
  })

  test('has them all again five minutes after its last message', () => {
    const { take, pass } = start()
    take(12)
    pass(5 * MINUTE - 1)
    expect(take(1)).toEqual(['silence'])
    pass(5 * MINUTE)
    expect(take(10)).toEqual([...Array(9).fill('reply'), 'last'])
  })

  test('is held back while it goes on: messages without a reply count as well', () => {
    const { take, pass } = start()
    take(10)
    for (let minute = 0; minute < 10; minute += 1) {
      pass(MINUTE / 4)
      expect(take(1)).toEqual(['silence'])
    }
  })

  test('waits as long as it was told, though its first messages have grown old', () => {
    const { take, pass } = start()
    take(5)
    pass(3 * MINUTE)
    expect(take(5)).toEqual(['reply', 'reply', 'reply', 'reply', 'last'])
    pass(5 * MINUTE - 1)
    expect(take(1)).toEqual(['silence'])
    pass(1)
    expect(take(9)).toEqual([...Array(8).fill('reply'), 'last'])
  })

  test('is not held back by a clock that is set back', () => {
    const { take, pass } = start()
    take(12)
    pass(-6 * MINUTE)
    expect(take(1)).toEqual(['reply'])
  })

  test.each([31_000, 6 * MINUTE, 20 * MINUTE])(
    'that texts every %i milliseconds gets no more than 60 replies in 24 hours, and waits after each pause',
    (interval) => {
      const { take, pass } = start()
      const outcomes: string[] = []
      for (let time = 0; time < 24 * HOUR; time += interval) {
        outcomes.push(...take(1))
        pass(interval)
      }
      expect(count(outcomes, 'reply') + count(outcomes, 'last')).toBe(60)
      expect(outcomes.join(' ')).not.toMatch(/last (reply|last)/)
      expect(outcomes.at(-1)).toBe('silence')
    },
  )

  test('is told how long the day still is, and is answered after it', () => {
    const { limit, take, pass } = start()
    for (let times = 0; times < 59; times += 1) {
      take(1)
      pass(10 * MINUTE)
    }
    expect(limit('a', false)).toEqual({ reply: true, pauseMs: 24 * HOUR - 590 * MINUTE })
    expect(take(1)).toEqual(['silence'])
    pass(24 * HOUR - 590 * MINUTE)
    expect(take(1)).toEqual(['reply'])
  })
})

describe('a cry for help', () => {
  test('is answered twenty times in an hour, and never with a pause', () => {
    const { cry, pass } = start()
    expect(cry(22)).toEqual([...Array(20).fill('reply'), 'silence', 'silence'])
    pass(HOUR)
    expect(cry(1)).toEqual(['reply'])
  })

  test('is answered whatever else the number has texted, and takes nothing from it', () => {
    const { take, cry } = start()
    take(12)
    expect(cry(11)).toEqual(Array(11).fill('reply'))
    const other = start()
    other.cry(20)
    expect(count(other.take(10), 'reply')).toBe(9)
  })
})

describe('the line', () => {
  const crowd = (line: ReturnType<typeof start>, numbers: number, each = 1) =>
    Array.from({ length: numbers }, (_, index) => line.take(each, `crowd ${index}`)).flat()

  test('sends its most in an hour; each number is then told once, and the operator once', () => {
    const line = start({ number: 60, hour: 100, day: 5000 })
    expect(count(crowd(line, 150), 'reply')).toBe(100)
    expect(line.limit('late', false)).toEqual({ reply: false, by: 'line', isAlarm: false, pauseMs: HOUR })
    expect(line.take(2, 'late')).toEqual(['silence', 'silence'])
    expect(line.alarms).toHaveLength(1)
    line.pass(HOUR)
    expect(line.take(1, 'late')).toEqual(['reply'])
  })

  test('sends its most in a day, and is an alarm again the day after', () => {
    const line = start({ number: 60, hour: 100, day: 150 })
    crowd(line, 100)
    line.pass(HOUR)
    expect(count(crowd(line, 100), 'reply')).toBe(50)
    expect(line.limit('late', false)).toMatchObject({ reply: false, by: 'line', pauseMs: 23 * HOUR })
    line.pass(23 * HOUR)
    expect(count(crowd(line, 200), 'reply')).toBe(100)
    expect(line.alarms).toHaveLength(2)
  })

  test('tells of its pause no more often than it answers, whatever numbers come', () => {
    const line = start({ number: 60, hour: 100, day: 5000 })
    const outcomes = crowd(line, 1000)
    expect([count(outcomes, 'reply'), count(outcomes, 'pause')]).toEqual([100, 100])
  })

  test('answers cries for help beyond it, and after as many of them the first cry of each number', () => {
    const line = start({ number: 60, hour: 100, day: 5000 })
    crowd(line, 200)
    const cries = Array.from({ length: 50 }, (_, index) => line.cry(2, `crowd ${index}`)).flat()
    expect(cries).toEqual(Array(100).fill('reply'))
    expect(line.cry(3, 'late')).toEqual(['reply', 'silence', 'silence'])
  })

  test('is not held back by the default in the busiest hour of a real line: 200 people, each five texts', () => {
    const line = start()
    expect(count(crowd(line, 200, 5), 'reply')).toBe(1000)
  })
})
