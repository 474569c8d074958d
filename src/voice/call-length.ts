/**
 * How long a call may be, so that each one ends: a stuck key, a television or another machine would go on for ever. Steps are
 * counted by their number in the address. A cookie, which Twilio keeps for the call (docs/design/twilio.md section 1), has the minute
 * in which the call began, the minutes from then to the last place that was new, and a mark of each place that it has told: a
 * call that only repeats itself ends after the minutes of the setting `endLoopAfter`.
 *
 * @example
 * isOverlong({ step: 12, record: readRecord('call=29384871-0-4fa-07c') }, now, 30) // false
 */
import { parse, serialize } from 'hono/utils/cookie'
import { currentStep, type Position } from '../line/position.ts'
import { hashOfText } from '../locale/text-hash.ts'

/** What the cookie of a call tells. */
interface CallRecord {
  /** Minute of the epoch in which the call began. */
  readonly began: number
  /** Minutes from then to the last place that was new. */
  readonly news: number
  /** Marks of the places that the call has told. */
  readonly told: readonly string[]
}

const COOKIE = 'call'
/** To hear every part of every topic takes some 500 steps, and over two hours. */
const MOST_STEPS = 500
/** Twilio ends a call after four hours, without a word. With the longest call to a person this ends it before. */
const MOST_MINUTES = 180
/** A step without input or without a match counts as several, so that noise ends long before a listener. */
const STEPS_IN_VAIN = 4
const MINUTE_MS = 60_000
/** Digits of a mark: as many places as a call can have stay within two of the four kilobytes of a cookie (RFC 6265 section 6.1). */
const MARK = 3

/** The number of the next step. */
export function nextStep(step: number, { retries }: Position): number {
  return step + (retries ? STEPS_IN_VAIN : 1)
}

/** A call without the cookie is limited by its steps alone. */
export function isOverlong(
  { step, record }: { readonly step: number; readonly record: CallRecord | undefined },
  now: Date,
  endLoopAfter: number,
): boolean {
  if (step >= MOST_STEPS) return true
  if (!record) return false
  const minutes = minuteOf(now) - record.began
  return minutes >= MOST_MINUTES || minutes - record.news >= endLoopAfter
}

export function beginRecord(position: Position, now: Date): CallRecord {
  return { began: minuteOf(now), news: 0, told: [markOf(position)] }
}

/** Undefined without the cookie, or with one that is not ours. */
export function readRecord(header: string | undefined): CallRecord | undefined {
  const { [COOKIE]: value = '' } = parse(header ?? '', COOKIE)
  if (!/^\d{1,9}-\d{1,4}(-[0-9a-f]{3})*$/.test(value)) return undefined
  const [began, news, ...told] = value.split('-')
  return { began: Number(began), news: Number(news), told }
}

/** With the place that the call has come to; undefined where it has told that before. */
export function withPlace(record: CallRecord, position: Position, now: Date): CallRecord | undefined {
  const mark = markOf(position)
  return record.told.includes(mark) ? undefined : { ...withNews(record, now), told: [...record.told, mark] }
}

/** After a call to a person, which is no loop. */
export function withNews(record: CallRecord, now: Date): CallRecord {
  return { ...record, news: Math.max(record.news, minuteOf(now) - record.began) }
}

/** A `Set-Cookie` header. */
export function recordCookie({ began, news, told }: CallRecord): string {
  const value = [began, news, ...told].join('-')
  return serialize(COOKIE, value, { path: '/', httpOnly: true, sameSite: 'Lax' })
}

/** A place in another language is another one: somebody listens beside the caller. */
function markOf(position: Position): string {
  const { node, part } = currentStep(position)
  return hashOfText(`${position.locale} ${node} ${part}`).slice(0, MARK)
}

function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / MINUTE_MS)
}
