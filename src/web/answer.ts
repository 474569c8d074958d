/**
 * The answer to a webhook as plain data, so that it can be given again, and as it goes out, on whatever runtime.
 *
 * @example
 * sendAnswer({ twiml: piecesOf('<Response>…</Response>'), language: 'es' }, requestId) // { status: 200, headers: …, body: … }
 * refuse({ status: 415, sentence: 'Send a form, as Twilio does.' }, requestId)
 */
import { atStep, type Pieces } from '../voice/address.ts'

export interface Answer {
  /** Null where Twilio awaits none. */
  readonly twiml: Pieces | null
  /** The number of the next step, in the answer to a step of a call. */
  readonly nextStep?: number
  readonly language?: string
  readonly cookie?: string | undefined
}

/** Why a webhook is not answered, in a sentence that says what to do. */
export interface Refusal {
  readonly status: number
  readonly sentence: string
}

export interface Outgoing {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | null
}

const encoder = new TextEncoder()

/** Twilio reads a body of any other type than XML aloud, or not at all (twilio.md section 1, "MIME"). */
export function sendAnswer({ twiml, nextStep = 1, language, cookie }: Answer, requestId: string): Outgoing {
  if (twiml === null) return { status: 204, headers: { 'x-request-id': requestId }, body: null }
  const body = atStep(twiml, nextStep)
  const headers: Record<string, string> = headersOf(body, 'text/xml', requestId)
  if (language) headers['content-language'] = language
  if (cookie) headers['set-cookie'] = cookie
  return { status: 200, headers, body }
}

export function refuse({ status, sentence }: Refusal, requestId: string): Outgoing {
  const body = encoder.encode(sentence)
  return { status, headers: headersOf(body, 'text/plain', requestId), body }
}

function headersOf(body: Uint8Array, type: string, requestId: string) {
  return {
    'x-request-id': requestId,
    'content-type': `${type}; charset=utf-8`,
    'content-length': String(body.length),
  }
}
