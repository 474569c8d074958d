/**
 * What a webhook must pass before a route handles it: it is small (413), a readable form (400, 415), signed by Twilio (403),
 * and new (idempotency.ts). Nothing is counted, and no flow is looked at, before it has.
 *
 * @example
 * app.on('POST', '/sms/*', ...webhookGuards(settings))
 * app.post('/sms', (c) => answerTwiml(c, { twiml: reply(c.var.form('Body')) }))
 */
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { idempotency } from './idempotency.ts'
import { isSigned } from './signature.ts'
import type { TwilioSettings, WebhookEnv } from './webhook-env.ts'

type Guard = MiddlewareHandler<WebhookEnv>

/** In bytes. Twilio's own forms are under 4 KB. */
const LARGEST_BODY = 64 * 1024
/** Twilio's own forms have under 100. All are sorted and hashed before a signature is known to be false. */
const MOST_FIELDS = 300

const jsonForm = z.record(
  z.string(),
  z.unknown().transform((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
)

/** In this order: size, form and signature, and the answer of the first time. */
export function webhookGuards(settings: TwilioSettings): readonly [Guard, Guard, Guard] {
  return [limitedBody(), signedForm(settings), idempotency()]
}

/** Hono's limit looks at the body, for which Node makes a whole Request; a length in a header needs none: a third of the work. */
function limitedBody(): Guard {
  const onError = (c: Context) => c.text('The form is too large: 64 KB is the most.', 413)
  const limitStream = bodyLimit({ maxSize: LARGEST_BODY, onError })
  return async function limitBody(c, next) {
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding')) return limitStream(c, next)
    return Number(length) > LARGEST_BODY ? onError(c) : next()
  }
}

/** Reads the form and checks its signature. Handlers that come after read it by `c.var.form`. */
function signedForm(settings: TwilioSettings): Guard {
  return async function verifySignature(c, next) {
    const target = targetOf(c.req.url)
    const type = c.req.header('content-type') ?? ''
    const isJson = isHashedJson(type, target)
    if (c.req.header('content-encoding'))
      return c.text('Send the form as it is: a compressed one is not read.', 415)
    if (type && !isJson && !/^application\/x-www-form-urlencoded\b/i.test(type))
      return c.text('Send a form, as Twilio does: application/x-www-form-urlencoded.', 415)
    // Null where the client goes away before the end.
    const body = await c.req.text().catch(() => null)
    const fields = body === null ? null : isJson ? parseJson(body) : parseForm(body)
    if (body === null || !fields)
      return c.text(`The form cannot be read: it is broken, or has over ${MOST_FIELDS} fields.`, 400)
    if (!isSigned(settings, target, c.req.header('x-twilio-signature'), isJson ? body : fields))
      return c.text('This address answers Twilio only: the signature is missing or does not fit.', 403)
    c.set('form', (field) => fields.get(field) ?? undefined)
    return next()
  }
}

/** Path and query as the runtime gives them, without the fragment. Node's adapter encodes a raw quote in them, as Twilio does. */
function targetOf(url: string): string {
  const [address = ''] = url.split('#', 1)
  return address.slice(address.indexOf('/', address.indexOf('//') + 2))
}

/** JSON comes with its hash in the address, which is signed in place of the fields (docs/design/twilio.md section 5). */
function isHashedJson(type: string, target: string): boolean {
  return /^application\/json\b/i.test(type) && /[?&]bodySHA256=/.test(target)
}

/** Null where there are too many fields, which is seen without parsing them: to parse 10,000 takes 80 times as long. */
function parseForm(body: string): URLSearchParams | null {
  let count = 1
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) count += 1
  return count > MOST_FIELDS ? null : new URLSearchParams(body)
}

/** Null where it is no JSON object. A value that is not a string stands as its JSON. */
function parseJson(body: string): URLSearchParams | null {
  try {
    return new URLSearchParams(jsonForm.parse(JSON.parse(body)))
  } catch {
    return null
  }
}
