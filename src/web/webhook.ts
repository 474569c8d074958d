/**
 * What every webhook passes first: a small form, signed by Twilio. Nothing is counted, and no flow is looked at,
 * before it has.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { z } from 'zod'
import type { Form } from '../voice/form.ts'
import type { WebSettings } from './deps.ts'
import { isSigned } from './signature.ts'

export interface WebhookEnv {
  readonly Variables: { readonly form: Form; readonly requestId: string }
}

/** Twilio's own forms are under 4 KB. */
const LARGEST_BODY = 64 * 1024
/** Twilio's own forms have under 100. All are sorted and hashed before a signature is known to be false. */
const MOST_FIELDS = 300

const jsonForm = z.record(
  z.string(),
  z.unknown().transform((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
)

export function webhook(settings: WebSettings): MiddlewareHandler<WebhookEnv> {
  const readForm: MiddlewareHandler<WebhookEnv> = async (c, next) => {
    if (c.req.header('content-encoding'))
      return c.text('Send the form as it is: a compressed one is not read.', 415)
    const target = targetOf(c.req.url)
    const type = c.req.header('content-type') ?? ''
    const json = isHashedJson(type, target)
    if (type && !json && !/^application\/x-www-form-urlencoded\b/i.test(type))
      return c.text('Send a form, as Twilio does: application/x-www-form-urlencoded.', 415)
    const body = await c.req.text()
    const fields = json ? readJson(body) : readFields(body)
    if (!fields)
      return c.text(`The form cannot be read: it is broken, or has over ${MOST_FIELDS} fields.`, 400)
    if (!isSigned(settings, target, c.req.header('x-twilio-signature'), json ? body : fields))
      return c.text('This address answers Twilio only: the signature is missing or does not fit.', 403)
    // A field sent more than once has its last value.
    c.set('form', Object.fromEntries(fields))
    return next()
  }
  const limit = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (c) => c.text('The form is too large: 64 KB is the most.', 413),
  })
  const readLimited: MiddlewareHandler<WebhookEnv> = every(limit, readForm)
  // To look whether there is a body, as `bodyLimit` does, takes longer than to verify and answer the form.
  return (c, next) => (tellsItsLength(c) ? readForm : readLimited)(c, next)
}

/** As Twilio's forms do; Node reads no more than what was told. */
function tellsItsLength(c: Context): boolean {
  return Number(c.req.header('content-length')) <= LARGEST_BODY && !c.req.header('transfer-encoding')
}

/** JSON comes with its hash in the address, which is signed in place of the fields (twilio.md section 5). */
function isHashedJson(type: string, target: string): boolean {
  return /^application\/json\b/i.test(type) && /[?&]bodySHA256=/.test(target)
}

/** Null where there are too many, which is seen without reading them: reading 10,000 takes 80 times as long. */
function readFields(body: string): URLSearchParams | null {
  return body.split('&', MOST_FIELDS + 1).length > MOST_FIELDS ? null : new URLSearchParams(body)
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
  return url.replace(/^[a-z]+:\/\/[^/?#]*|#.*$/gi, '')
}
