/**
 * The clock of this machine against Twilio's: hours of staff, dates and certificates go by it.
 *
 * @example
 * checkClock(new Date(), answer.date)
 */
import { type Diagnosis, fail, ok, warn } from '../finding.ts'

const ABOUT = 'clock'
/** Longer than an answer of Twilio's is under way. */
const LATE_S = 30
const WRONG_S = 5 * 60
const ADVICE = 'Let the machine set its clock by itself (`timedatectl set-ntp true`).'

/** `twilio` is null where Twilio has not said what time it is. */
export function checkClock(now: Date, twilio: Date | null): readonly Diagnosis[] {
  if (!twilio) return []
  const seconds = Math.round((now.getTime() - twilio.getTime()) / 1000)
  const apart = Math.abs(seconds)
  if (apart < LATE_S) return [ok(ABOUT, 'It is right.')]
  const span = apart < 120 ? `${apart} seconds` : `${Math.round(apart / 60)} minutes`
  const what = `The clock of this machine is ${span} ${seconds > 0 ? 'fast' : 'slow'}.`
  return [apart < WRONG_S ? warn(ABOUT, what, ADVICE) : fail(ABOUT, what, ADVICE)]
}
