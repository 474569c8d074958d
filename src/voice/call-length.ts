/**
 * How long a call may be, so that each one ends: a stuck key, a television or another machine would go on for ever. Steps are
 * counted by their number in the address; the minute in which the call began is in a cookie, which Twilio keeps for the call
 * (docs/design/twilio.md section 1).
 *
 * @example
 * isOverlong({ step: 12, cookie: 'began=29384871' }, now) // false
 */
import { parse, serialize } from 'hono/utils/cookie'
import type { Position } from '../line/position.ts'

const COOKIE = 'began'
/** To hear every part of every topic takes some 400 steps, and over two hours. */
const MOST_STEPS = 500
/** Twilio ends a call after four hours, without a word. With the longest call to a person this ends it before. */
const MOST_MINUTES = 180
/** A step without input or without a match counts as several, so that noise ends long before a listener. */
const STEPS_IN_VAIN = 4
const MINUTE_MS = 60_000

/** The number of the next step. */
export function nextStep(step: number, { retries }: Position): number {
  return step + (retries ? STEPS_IN_VAIN : 1)
}

/** A call without the cookie is limited by its steps alone. */
export function isOverlong(
  { step, cookie }: { step: number; cookie: string | undefined },
  now: Date,
): boolean {
  const began = Number(parse(cookie ?? '', COOKIE)[COOKIE] ?? Number.NaN)
  return step >= MOST_STEPS || minuteOf(now) - began >= MOST_MINUTES
}

/** A `Set-Cookie` header for a call that begins. */
export function beganCookie(now: Date): string {
  return serialize(COOKIE, String(minuteOf(now)), { path: '/', httpOnly: true, sameSite: 'Lax' })
}

function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / MINUTE_MS)
}
