/**
 * What every webhook passes first: a small form, signed by Twilio. Nothing is counted, and no flow is looked at,
 * before it has.
 *
 * @example
 * const read = readWebhook({ target: '/sms', headers, body }, settings, requestId)
 * if (isRefusal(read)) return read.sentence
 */
import { z } from 'zod'
import type { Refusal } from '../web/answer.ts'
import type { WebSettings } from '../web/deps.ts'
import { isSigned } from './signature.ts'

/** By their names in small letters, those that are looked at. */
export type RequestHeaders = Readonly<
  Partial<
    Record<
      'content-encoding' | 'content-type' | 'cookie' | 'i-twilio-idempotency-token' | 'x-twilio-signature',
      string
    >
  >
>

/** A webhook as it comes, from whomever. */
export interface Incoming {
  /** Path and query exactly as requested: a parsed URL would change quotes and break the signature. */
  readonly target: string
  readonly headers: RequestHeaders
  /** Null where it is larger than `LARGEST_BODY`, and was not read. */
  readonly body: string | null
}

/** The fields of Twilio's that the line looks at, of some twenty. */
export type Field =
  | ('From' | 'To' | 'FromCountry')
  | ('Digits' | 'SpeechResult' | 'DialCallStatus' | 'CallStatus' | 'CallDuration')
  | ('Body' | 'NumMedia' | 'OptOutType')

/** What a field of a form holds; nothing where it was not sent. */
export type Form = (field: Field) => string | undefined

/** A webhook of Twilio's, and no one else's. */
export interface Webhook {
  readonly form: Form
  /** The path that was asked for, such as `/voice/3/en/normal/main`. */
  readonly path: string
  /** By what it is known should it arrive again: its signature, and Twilio's own mark for a second try. */
  readonly marks: readonly string[]
  readonly cookie: () => string | undefined
  readonly requestId: string
}

/** In bytes. Twilio's own forms are under 4 KB. */
export const LARGEST_BODY = 64 * 1024
/** Twilio's own forms have under 100. All are sorted and hashed before a signature is known to be false. */
const MOST_FIELDS = 300

const jsonForm = z.record(
  z.string(),
  z.unknown().transform((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
)

export function readWebhook(
  { target, headers, body }: Incoming,
  settings: WebSettings,
  requestId: string,
): Webhook | Refusal {
  if (body === null) return refusal(413, 'The form is too large: 64 KB is the most.')
  if (headers['content-encoding'])
    return refusal(415, 'Send the form as it is: a compressed one is not read.')
  const type = headers['content-type'] ?? ''
  const json = isHashedJson(type, target)
  if (type && !json && !/^application\/x-www-form-urlencoded\b/i.test(type))
    return refusal(415, 'Send a form, as Twilio does: application/x-www-form-urlencoded.')
  const fields = json ? readJson(body) : readFields(body)
  if (!fields)
    return refusal(400, `The form cannot be read: it is broken, or has over ${MOST_FIELDS} fields.`)
  const signature = headers['x-twilio-signature']
  if (!isSigned(settings, target, signature, json ? body : fields))
    return refusal(403, 'This address answers Twilio only: the signature is missing or does not fit.')
  const again = headers['i-twilio-idempotency-token']
  // An empty signature, as in the demo, marks nothing: all who send it would get the answer of the first.
  const marks = signature ? [signature] : []
  return {
    // To make an object of all fields takes as long as to parse them.
    form: (field) => fields.get(field) ?? undefined,
    path: target.split('?', 1)[0] as string,
    marks: again ? [...marks, again] : marks,
    cookie: () => headers.cookie,
    requestId,
  }
}

export function isRefusal(read: Webhook | Refusal): read is Refusal {
  return 'sentence' in read
}

function refusal(status: number, sentence: string): Refusal {
  return { status, sentence }
}

/** JSON comes with its hash in the address, which is signed in place of the fields (twilio.md section 5). */
function isHashedJson(type: string, target: string): boolean {
  return /^application\/json\b/i.test(type) && /[?&]bodySHA256=/.test(target)
}

/** Null where there are too many, which is seen without reading them: reading 10,000 takes 80 times as long. */
function readFields(body: string): URLSearchParams | null {
  let count = 1
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) count += 1
  return count > MOST_FIELDS ? null : new URLSearchParams(body)
}

/** Null where it is no JSON object. A value that is no text stands as its JSON. */
function readJson(body: string): URLSearchParams | null {
  try {
    return new URLSearchParams(jsonForm.parse(JSON.parse(body)))
  } catch {
    return null
  }
}
