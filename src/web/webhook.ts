/**
 * What every webhook passes first: a small form, signed by Twilio. Nothing is counted, and no flow is looked at,
 * before it has.
 */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import type { Form } from '../voice/form.ts'
import type { WebSettings } from './deps.ts'
import { type Fields, isSigned } from './signature.ts'

export interface WebhookEnv {
  readonly Variables: { readonly form: Form }
}

/** Twilio's own forms are under 4 KB. */
const LARGEST_BODY = 64 * 1024

export function webhook(settings: WebSettings): MiddlewareHandler<WebhookEnv> {
  const readForm: MiddlewareHandler<WebhookEnv> = async (c, next) => {
    const type = c.req.header('content-type') ?? ''
    if (type && !/^application\/x-www-form-urlencoded\b/i.test(type))
      return c.text('Send a form, as Twilio does: application/x-www-form-urlencoded.', 415)
    const fields = readFields(await c.req.text())
    if (!isSigned(settings, targetOf(c.req.url), c.req.header('x-twilio-signature'), fields))
      return c.text('This address answers Twilio only: the signature is missing or does not fit.', 403)
    c.set('form', lastValues(fields))
    return next()
  }
  const limit = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: (c) => c.text('The form is too large: 64 KB is the most.', 413),
  })
  return every(limit, readForm)
}

function readFields(body: string): Fields {
  const fields: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return fields
}

function lastValues(fields: Fields): Form {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (value.at(-1) ?? ''),
    ]),
  )
}

/** Path and query exactly as requested: a parsed URL would change quotes and break the signature. */
function targetOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?]*/i, '')
}
