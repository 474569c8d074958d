/**
 * The answer to a webhook as plain data, so that it can be given again, and as a response.
 *
 * @example
 * respond({ twiml: piecesOf('<Response>…</Response>'), language: 'es' }, requestId)
 */
import { atStep, type Pieces } from '../voice/address.ts'

export interface Answer {
  /** Null where Twilio awaits none. */
  readonly twiml: Pieces | null
  /** The number of the next step, in the answer to a step of a call. */
  readonly nextStep?: number
  readonly language?: string
  readonly cookie?: string
}

/** Twilio reads a body of any other type than XML aloud, or not at all (twilio.md section 1, "MIME"). */
export function respond({ twiml, nextStep = 1, language, cookie }: Answer, requestId: string): Response {
  // Hono's own `c.body` would make a Headers of these, at three times the cost.
  const headers: Record<string, string> = { 'x-request-id': requestId }
  if (twiml === null) return new Response(null, { status: 204, headers })
  headers['content-type'] = 'text/xml; charset=utf-8'
  if (language) headers['content-language'] = language
  if (cookie) headers['set-cookie'] = cookie
  return new Response(atStep(twiml, nextStep), { headers })
}
