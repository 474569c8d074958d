/**
 * Limits on replies, so that no machine and no crowd of them runs up the bill. Twilio's own guard stops only at 30 replies in
 * 30 seconds to one number (error 14107).
 *
 * | whose | most replies |
 * | --- | --- |
 * | a number | 10 in five minutes, then none for five, and until it is quiet; `replies.number` of flows/line.yaml in a day |
 * | a number that cries for help | 20 in an hour, whatever else it has texted |
 * | the line | `replies.hour` and `replies.day` |
 * | the line, telling people to wait | as many again, once to each number |
 * | the line, to cries for help | as many again; after that, the first cry of each number in an hour |
 *
 * Counts are in the memory of the process: each copy of the server counts for itself, and a restart begins anew. They outlive a line
 * that is put in the place of another (web/serving.ts).
 *
 * @example
 * const limit = createReplyLimiter(Date.now)
 * limit(mark, false, { number: 60, hour: 1000, day: 5000 }) // { reply: true }
 */
import { LRUCache } from 'lru-cache'
import type { Line } from '../line/line.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const BURST = { most: 10, ms: 5 * MINUTE_MS }
const MOST_CRIES = 20
const MOST_NUMBERS = 20_000

/** An hour or a day of the line. */
interface Window {
  readonly by: 'hour' | 'day'
  readonly ms: number
  count: Count
  /** Whether the operator has been told that it is full. */
  alarmed: boolean
}

/** What one message gets. */
export interface Allowance {
  /** Its answer. */
  readonly reply: boolean
  /** The person is told to wait so long, after the answer or in its place: nothing more is sent until then. */
  readonly pauseMs?: number
  /** Who has had enough, where there is no answer. */
  readonly by?: 'number' | 'line'
  /** The line has just sent its most, for the first time in that hour or day. */
  readonly isAlarm?: boolean
}

/** From the first reply on; a day is 24 hours, in no time zone. */
interface Count {
  readonly since: number
  readonly replies: number
}

interface Texter {
  /** Times of the latest messages, with those that got no reply: silence lasts until the other side is quiet. */
  readonly recent: readonly number[]
  readonly today: Count
  readonly cries: Count
  /** When it was told of a pause of five minutes. */
  readonly pausedAt: number
  /** The end of the line's pause that it was told of. */
  readonly lineUntil: number
}

export type ReplyLimiter = ReturnType<typeof createReplyLimiter>

type Most = Line['settings']['replies']

/** A mark stands for a number (usage/stop-list.ts): the number itself is not kept, not even in memory. */
export function createReplyLimiter(now: () => number) {
  const texters = new LRUCache<string, Texter>({ max: MOST_NUMBERS })
  const all = createCeiling()
  const allPauses = createCeiling()
  const allCries = createCeiling()

  const answer = (mark: string, texter: Texter, time: number, most: Most): Allowance => {
    const recent = texter.recent.filter((earlier) => distance(time, earlier) < BURST.ms)
    const today = running(texter.today, time, DAY_MS)
    const heard = { ...texter, recent: [...recent, time].slice(-BURST.most - 1), today }
    texters.set(mark, heard)
    // Not where the clock was set back since.
    const isPausing = texter.pausedAt <= time && time < texter.pausedAt + BURST.ms
    if (isPausing || recent.length >= BURST.most || today.replies >= most.number)
      return { reply: false, by: 'number' }
    const { until, isAlarm } = all.fullUntil(time, most)
    if (until !== undefined) {
      const isTold = texter.lineUntil === until || allPauses.fullUntil(time, most).until !== undefined
      if (isTold) return { reply: false, by: 'line', isAlarm }
      allPauses.add(time)
      texters.set(mark, { ...heard, lineUntil: until })
      return { reply: false, pauseMs: until - time, by: 'line', isAlarm }
    }
    all.add(time)
    const isLast = recent.length === BURST.most - 1
    texters.set(mark, { ...heard, today: oneMore(today), pausedAt: isLast ? time : texter.pausedAt })
    if (today.replies === most.number - 1) return { reply: true, pauseMs: today.since + DAY_MS - time }
    return isLast ? { reply: true, pauseMs: BURST.ms } : { reply: true }
  }

  const answerCry = (mark: string, texter: Texter, time: number, most: Most): Allowance => {
    const cries = running(texter.cries, time, HOUR_MS)
    if (cries.replies >= MOST_CRIES) return { reply: false, by: 'number' }
    const { until, isAlarm } = allCries.fullUntil(time, most)
    if (until !== undefined && cries.replies > 0) return { reply: false, by: 'line', isAlarm }
    allCries.add(time)
    texters.set(mark, { ...texter, cries: oneMore(cries) })
    return { reply: true, isAlarm }
  }

  /** Counts a message that is to be answered; a cry for help has limits of its own. `most` are those of the line. */
  return (mark: string, isCry: boolean, most: Most): Allowance => {
    const time = now()
    const none = { since: time, replies: 0 }
    const texter = texters.get(mark) ?? {
      recent: [],
      today: none,
      cries: none,
      pausedAt: Number.NEGATIVE_INFINITY,
      lineUntil: 0,
    }
    return isCry ? answerCry(mark, texter, time, most) : answer(mark, texter, time, most)
  }
}

/** The most replies of the line in an hour and in a day. */
function createCeiling() {
  const windows: Window[] = [
    { by: 'hour', ms: HOUR_MS, count: { since: 0, replies: 0 }, alarmed: false },
    { by: 'day', ms: DAY_MS, count: { since: 0, replies: 0 }, alarmed: false },
  ]
  return {
    add(time: number): void {
      for (const window of windows) {
        const count = running(window.count, time, window.ms)
        if (count !== window.count) window.alarmed = false
        window.count = oneMore(count)
      }
    },
    /** When it may send again; undefined where it may now. */
    fullUntil(time: number, most: Most): { until?: number; isAlarm: boolean } {
      const full = windows.filter(({ by, count, ms }) => running(count, time, ms).replies >= most[by])
      const isAlarm = full.some(({ alarmed }) => !alarmed)
      for (const window of full) window.alarmed = true
      const ends = full.map(({ count, ms }) => count.since + ms)
      return full.length > 0 ? { until: Math.max(...ends), isAlarm } : { isAlarm }
    },
  }
}

function running(count: Count, time: number, ms: number): Count {
  return distance(time, count.since) < ms ? count : { since: time, replies: 0 }
}

function oneMore({ since, replies }: Count): Count {
  return { since, replies: replies + 1 }
}

/** Not the difference: a clock that is set back must not hold a number back until it has caught up. */
function distance(time: number, earlier: number): number {
  return Math.abs(time - earlier)
}
