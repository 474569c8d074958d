/**
 * A limit on replies to one number, so that a machine on the other side cannot run up a bill: ten in five minutes, then
 * silence until fewer than ten messages have come in five. Twilio's own guard stops only at 30 replies in 30 seconds (error 14107).
 *
 * @example
 * const repliesLeft = createReplyLimiter(Date.now)
 * repliesLeft(mark) // 10 at the first message, 1 at the tenth, then 0
 */
import { LRUCache } from 'lru-cache'

/** Counts a message of this number, and returns how many replies it may still get, with the one to this message. */
export type ReplyLimiter = (mark: string) => number

const MOST_REPLIES = 10
const WINDOW_MS = 5 * 60 * 1000
const MOST_NUMBERS = 20_000

/** A mark stands for a number (usage/stop-list.ts): the number itself is not kept, not even in memory. */
export function createReplyLimiter(now: () => number): ReplyLimiter {
  const messages = new LRUCache<string, readonly number[]>({ max: MOST_NUMBERS })
  return (mark) => {
    const time = now()
    // The distance, not the difference: a clock that is set back must not hold a number back until it has caught up.
    const recent = (messages.get(mark) ?? []).filter((earlier) => Math.abs(time - earlier) < WINDOW_MS)
    // Messages that get no reply count as well: silence lasts until the other side is quiet.
    messages.set(mark, [...recent, time].slice(-MOST_REPLIES - 1))
    return Math.max(0, MOST_REPLIES - recent.length)
  }
}
