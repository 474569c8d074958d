/**
 * The address of a step of a call: its number, then the position. The number makes sure that no two steps of a call have
 * the same address, so that a webhook that arrives again is told from a person who presses the same key again.
 *
 * @example
 * stepAddress('', position) // '/voice/{step}/en/normal/main/bone-2', in what is rendered once for all calls
 * atStep(twiml, 7) // … action="/voice/7/en/normal/main/bone-2" …
 */
import { encodePosition, type Position } from '../line/position.ts'

const STEP = '/voice/{step}/'

/** `base` is the path under which Twilio reaches `/voice`, such as an empty string. */
export function stepAddress(base: string, position: Position): string {
  return `${base}${STEP}${encodePosition(position)}`
}

/** TwiML of which the next step has this number. */
export function atStep(twiml: string, step: number): string {
  return twiml.replaceAll(STEP, `/voice/${step}/`)
}
