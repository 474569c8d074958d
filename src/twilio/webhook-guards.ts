/**
 * What a webhook must pass before a route handles it: it is small (413), a readable form (400, 415), signed by Twilio (403),
 * and new (idempotency.ts). Nothing is counted, and no flow is looked at, before it has.
 *
 * @example
 * app.on(WEBHOOK_METHODS, '/sms/*', ...webhookGuards(deps))
 * app.on(WEBHOOK_METHODS, '/sms', (c) => answerTwiml(c, { twiml: reply(c.var.form('Body')) }))
 */
import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { type TallyEvent, tally } from '../line/tally.ts'
import { idempotency } from './idempotency.ts'
import { whyRefused } from './refused-signature.ts'
import { isDoctorNumber, isSigned, isSignedByPhone } from './signature.ts'
import { basePath, type WebhookDeps, type WebhookEnv, withoutBase } from './webhook-env.ts'

type Guard = MiddlewareHandler<WebhookEnv>

type GuardDeps = Pick<WebhookDeps, 'settings' | 'usage' | 'onRefused'>

interface Sent {
  /** The fields that the signature covers beside the address. */
  readonly signed: URLSearchParams
  /** Whether what the signature does not cover is what its hash in the address says. */
  readonly isIntact: () => boolean
  /** Null where it is broken. */
  readonly parse: () => URLSearchParams | null
}

/** In bytes. Twilio's own forms are under 4 KB. */
const LARGEST_BODY = 64 * 1024
/** Twilio's own forms have under 100. All are sorted and hashed before a signature is known to be false. */
const MOST_FIELDS = 300
const UNREADABLE = `The form cannot be read: it is broken, or has over ${MOST_FIELDS} fields.`
const NOT_TWILIO = 'This address answers Twilio only: the signature is missing or does not fit.'
const BY_GET = ' In its Console, set HTTP POST.'
const ARRIVALS: readonly TallyEvent[] = ['call', 'message']

const jsonForm = z.record(
  z.string(),
  z.unknown().transform((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
)

/** In this order: size, form and signature, and the answer of the first time. */
export function webhookGuards(deps: GuardDeps): readonly [Guard, Guard, Guard] {
  return [limitedBody(), signedForm(deps), idempotency()]
}

/** Hono's limit looks at the body, for which Node makes a whole Request; a length in a header needs none: a third of the work. */
function limitedBody(): Guard {
  const onError = (c: Context) => c.text('The form is too large: 64 KB is the most.', 413)
  const limitStream = bodyLimit({ maxSize: LARGEST_BODY, onError })
  return async function limitBody(c, next) {
    const length = c.req.header('content-length')
    if (length !== undefined && !c.req.header('transfer-encoding'))
      return Number(length) > LARGEST_BODY ? onError(c) : next()
    let isWhole = false
    const read = limitStream(c, async () => {
      isWhole = true
    })
    // Rejects where the client goes away before the end.
    const refusal = await read.catch(() => c.text(UNREADABLE, 400))
    return isWhole ? next() : refusal
  }
}

/** Checks the signature, and then reads the form: handlers that come after have it as `c.var.form`. */
function signedForm({ settings, usage, onRefused }: GuardDeps): Guard {
  const base = basePath(settings)
  const rehearsed = countApart(usage)
  const uncounted = { ...rehearsed, count: () => {} }
  return async function verifySignature(c, next) {
    const target = withoutBase(targetOf(c.req.url), base)
    if (hasBody(c)) {
      if (c.req.header('content-encoding'))
        return c.text('Send the form as it is: a compressed one is not read.', 415)
      const type = c.req.header('content-type')
      if (type && !isHashedJson(c, target) && !/^application\/x-www-form-urlencoded\b/i.test(type))
        return c.text('Send a form, as Twilio does: application/x-www-form-urlencoded.', 415)
    }
    const sent = await read(c, target)
    if (!sent) return c.text(UNREADABLE, 400)
    const check = [settings, target, c.req.header('x-twilio-signature'), sent.signed] as const
    const isFromTwilio = isSigned(...check)
    if (!(isFromTwilio || isSignedByPhone(...check)) || !sent.isIntact()) {
      onRefused?.(() => whyRefused(...check, [c.req.header('host'), c.req.header('x-forwarded-host')]))
      return c.text(NOT_TWILIO + (hasBody(c) ? '' : BY_GET), 403)
    }
    const fields = sent.parse()
    if (!fields) return c.text(UNREADABLE, 400)
    c.set('form', (field) => fields.get(field) ?? undefined)
    const usageOfPhone = isDoctorNumber(fields.get('From')) ? uncounted : rehearsed
    c.set('usage', isFromTwilio ? usage : usageOfPhone)
    return next()
  }
}

/** Of what is tried on the page `/phone` only the number of calls and texts is counted, as rehearsals. */
function countApart(usage: GuardDeps['usage']): WebhookEnv['Variables']['usage'] {
  return {
    count(channel, locale, tallies) {
      if (tallies.some(({ event }) => ARRIVALS.includes(event)))
        usage.count(channel, locale, [tally('rehearsal')])
    },
    setStopped: () => {},
    isStopped: () => false,
  }
}

/** Path and query as the runtime gives them, without the fragment. */
function targetOf(url: string): string {
  const [address = ''] = url.split('#', 1)
  return address.slice(address.indexOf('/', address.indexOf('//') + 2))
}

/** Twilio sends a form by GET where the Console says so: in the address, which is all that is signed then. */
function hasBody({ req }: Context): boolean {
  return req.method !== 'GET' && req.method !== 'HEAD'
}

/** JSON comes with its hash in the address, which is signed in place of the fields (docs/design/twilio.md section 5). */
function isHashedJson({ req }: Context, target: string): boolean {
  return /^application\/json\b/i.test(req.header('content-type') ?? '') && /[?&]bodySHA256=/.test(target)
}

/** Null where the form has too many fields, or the client goes away before the end. */
async function read(c: Context, target: string): Promise<Sent | null> {
  const parseQuery = () => new URLSearchParams(target.replace(/^[^?]*/, ''))
  if (!hasBody(c)) return { signed: new URLSearchParams(), isIntact: () => true, parse: parseQuery }
  if (isHashedJson(c, target)) {
    const body = await c.req.arrayBuffer().catch(() => null)
    return (
      body && {
        signed: new URLSearchParams(),
        isIntact: () => hashOf(body) === parseQuery().get('bodySHA256'),
        parse: () => parseJson(body),
      }
    )
  }
  const body = await c.req.text().catch(() => null)
  const fields = body === null ? null : parseForm(body)
  return fields && { signed: fields, isIntact: () => true, parse: () => fields }
}

/** Null where there are too many fields, which is seen without parsing them: to parse 10,000 takes 80 times as long. */
function parseForm(body: string): URLSearchParams | null {
  let count = 1
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) count += 1
  return count > MOST_FIELDS ? null : new URLSearchParams(body)
}

/** Null where it is no JSON object. A value that is not a string stands as its JSON. */
function parseJson(body: ArrayBuffer): URLSearchParams | null {
  try {
    return new URLSearchParams(jsonForm.parse(JSON.parse(new TextDecoder().decode(body))))
  } catch {
    return null
  }
}

function hashOf(body: ArrayBuffer): string {
  return createHash('sha256').update(new Uint8Array(body)).digest('hex')
}
