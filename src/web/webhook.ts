/**
 * What every webhook passes first: a small form, signed by Twilio. Nothing is counted, and no flow is looked at,
 * before it has.
 *
 * @example
 * const read = readWebhook(c, body, settings, requestId)
 * if (read instanceof Response) return read // refused: a sentence says why
 */
import type { Context } from 'hono'
import { z } from 'zod'
import type { WebSettings } from './deps.ts'
import { isSigned } from './signature.ts'

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

/** Twilio's own forms have under 100. All are sorted and hashed before a signature is known to be false. */
const MOST_FIELDS = 300

const jsonForm = z.record(
  z.string(),
  z.unknown().transform((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
)

export function readWebhook(
  c: Context,
  body: string,
  settings: WebSettings,
  requestId: string,
): Webhook | Response {
  if (c.req.header('content-encoding'))
    return c.text('Send the form as it is: a compressed one is not read.', 415)
  const target = targetOf(c.req.url)
  const type = c.req.header('content-type') ?? ''
  const json = isHashedJson(type, target)
  if (type && !json && !/^application\/x-www-form-urlencoded\b/i.test(type))
    return c.text('Send a form, as Twilio does: application/x-www-form-urlencoded.', 415)
  const fields = json ? readJson(body) : readFields(body)
  if (!fields) return c.text(`The form cannot be read: it is broken, or has over ${MOST_FIELDS} fields.`, 400)
  const signature = c.req.header('x-twilio-signature')
  if (!isSigned(settings, target, signature, json ? body : fields))
    return c.text('This address answers Twilio only: the signature is missing or does not fit.', 403)
  const again = c.req.header('i-twilio-idempotency-token')
  // An empty signature, as in the demo, marks nothing: all who send it would get the answer of the first.
  const marks = signature ? [signature] : []
  return {
    // To make an object of all fields takes as long as to parse them.
    form: (field) => fields.get(field) ?? undefined,
    path: c.req.path,
    marks: again ? [...marks, again] : marks,
    cookie: () => c.req.header('cookie'),
    requestId,
  }
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

/** Path and query exactly as requested: a parsed URL would change quotes and break the signature. Fragments are not signed. */
function targetOf(url: string): string {
  const [address = ''] = url.split('#', 1)
  return address.slice(address.indexOf('/', address.indexOf('//') + 2))
}
