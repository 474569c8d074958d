/**
 * The answer to a webhook as plain data, so that it can be given again, and as a response.
 *
 * @example
 * respond(c, { twiml: '<Response>…</Response>', language: 'es' })
 */
import type { Context } from 'hono'
import { atStep } from '../voice/address.ts'

export interface Answer {
  /** Null where Twilio awaits none. */
  readonly twiml: string | null
  /** The number of the next step, in the answer to a step of a call. */
  readonly nextStep?: number
  readonly language?: string
  readonly cookie?: string
}

/** Twilio reads a body of any other type than XML aloud, or not at all (twilio.md section 1, "MIME"). */
export function respond(c: Context, { twiml, nextStep, language, cookie }: Answer): Response {
  if (twiml === null) return c.body(null, 204)
  return c.body(nextStep === undefined ? twiml : atStep(twiml, nextStep), 200, {
    'content-type': 'text/xml; charset=utf-8',
    ...(language ? { 'content-language': language } : {}),
    ...(cookie ? { 'set-cookie': cookie } : {}),
  })
}
