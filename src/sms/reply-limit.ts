/**
 * A limit on replies to one number, so that a machine on the other side cannot run up a bill: ten in five minutes, then
 * silence until fewer than ten messages have come in five. Twilio's own guard stops only at 30 replies in 30 seconds (error 14107).
 *
 * @example
 * const repliesLeft = createReplyLimit(Date.now)
 * repliesLeft(mark) // 10 at the first message, 1 at the tenth, then 0
 */
import { createRecent, hashOf } from '../web/recent.ts'

const MOST_REPLIES = 10
const QUIET_MS = 5 * 60 * 1000
const NUMBERS_KEPT = 10_000

/** How many replies this number may still get, with the one to the message that has just come. */
export type RepliesLeft = (mark: string) => number

/** `mark` stands for a number (usage/stop-list.ts): the number itself is not kept, not even in memory. */
export function createReplyLimit(now: () => number): RepliesLeft {
  const messages = createRecent<readonly number[]>(NUMBERS_KEPT)
  return (mark) => {
    const hash = hashOf(mark)
    const time = now()
    // A clock that is set back must not hold anybody back until it is where it was.
    const recent = (messages.find(hash) ?? []).filter((earlier) => Math.abs(time - earlier) < QUIET_MS)
    // Held-back messages count as well: silence lasts until the other side is quiet.
    messages.keep(hash, [...recent, time].slice(-MOST_REPLIES - 1))
    return Math.max(0, MOST_REPLIES - recent.length)
  }
}
