/** Ten replies in five minutes to one number, then silence until it is quiet. */
import { describe, expect, test } from 'vitest'
import { createReplyLimiter } from '../../src/sms/reply-limit.ts'

const MINUTE = 60_000

function start() {
  let time = 1_000_000
  const repliesLeft = createReplyLimiter(() => time)
  return {
    take: (times: number, mark = 'a') => Array.from({ length: times }, () => repliesLeft(mark)),
    pass: (ms: number) => {
      time += ms
    },
  }
}

describe('a number', () => {
  test('has ten replies, the one to this message with them', () => {
    expect(start().take(12)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0])
  })

  test('does not use up those of another', () => {
    const { take } = start()
    take(12)
    expect(take(1, 'b')).toEqual([10])
  })

  test('has them all again five minutes after its last message', () => {
    const { take, pass } = start()
    take(12)
    pass(5 * MINUTE - 1)
    expect(take(1)).toEqual([0])
    pass(5 * MINUTE)
    expect(take(1)).toEqual([10])
  })

  test('is held back while it goes on: messages without a reply count as well', () => {
    const { take, pass } = start()
    take(10)
    for (let minute = 0; minute < 10; minute += 1) {
      pass(MINUTE / 4)
      expect(take(1)).toEqual([0])
    }
  })

  test('has as many again as have grown old', () => {
    const { take, pass } = start()
    take(5)
    pass(3 * MINUTE)
    take(5)
    pass(2 * MINUTE)
    expect(take(1)).toEqual([5])
  })

  test('is not held back by a clock that is set back', () => {
    const { take, pass } = start()
    take(12)
    pass(-6 * MINUTE)
    expect(take(1)).toEqual([10])
  })
})
