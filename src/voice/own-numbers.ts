/**
 * The numbers of a call, before the line calls somebody else for the caller: whom it must not call, and which number it shows.
 *
 * @example
 * isCircular(line, form, '+15555550199') // true: the call was forwarded from the number of the line's own people
 * callerId(line, form, context) // '+15555550100', the line's own, for a caller from sip:alice@example.org
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { ChannelContext } from '../line/event.ts'
import type { Line } from '../line/line.ts'
import type { Form } from '../twilio/webhook-env.ts'

/** Fewer digits, such as those of a short code, end many numbers. */
const FEWEST_DIGITS = 7
/** "UNAVAILABLE" on the keys of a telephone: the one such number that could be somebody's (the others are too short or too long). */
const WITHHELD = '+86282452253'

/** Whether a call came from or through this number, in whatever spelling. */
export function isCircular({ settings }: Line, form: Form, called: string): boolean {
  const own = [settings.number, ...settings.numbers.map(({ number }) => number)]
  return (
    called.startsWith('+') &&
    [form('From'), form('To'), form('ForwardedFrom'), ...own]
      .map((each) => digitsOf(each ?? ''))
      .some((digits) => digits.length >= FEWEST_DIGITS && called.endsWith(digits))
  )
}

/**
 * The number of the line, unless the operator lets callers' numbers be shown. It is shown also where that of the caller cannot be:
 * Twilio refuses a call from a client or a SIP address without one, and networks refuse numbers that are none
 * (docs/design/twilio.md section 3). Undefined where the caller's own is shown.
 */
export function callerId(line: Line, form: Form, { called }: ChannelContext): string | undefined {
  const from = form('From') ?? ''
  const isShown =
    line.settings.handoff.passNumber &&
    /^\+\d+$/.test(from) &&
    from !== WITHHELD &&
    parsePhoneNumberFromString(from)?.isPossible() === true
  return isShown ? undefined : (called ?? line.settings.number ?? undefined)
}

/** Of 'sip:+1-555-555-0100@example.org' 15555550100; without the zeros before it, as of 020 7946 0018. */
function digitsOf(address: string): string {
  const [user = ''] = address.split(/[@;]/)
  return user.replace(/\D/g, '').replace(/^0+/, '')
}
