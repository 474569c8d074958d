/**
 * Webhooks as routes of Hono: on every runtime that has `fetch`, and in tests.
 *
 * @example
 * const app = onHono(createWebhooks(deps))
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { LARGEST_BODY } from '../twilio/webhook.ts'
import type { Webhooks } from './receive.ts'

const limited = bodyLimit({ maxSize: LARGEST_BODY, onError: () => new Response() })

export function onHono(webhooks: Webhooks): Hono {
  // A slash at the end of an address in Twilio's Console changes nothing.
  const app = new Hono({ strict: false })
  for (const [route, receive] of Object.entries(webhooks))
    app.post(route, async (c) => {
      const { status, headers, body } = receive({
        target: targetOf(c.req.url),
        headers: c.req.header(),
        body: await readBody(c),
      })()
      return new Response(body, { status, headers })
    })
  return app
}

/** Without the fragment, which is not signed. */
function targetOf(url: string): string {
  const [address = ''] = url.split('#', 1)
  return address.slice(address.indexOf('/', address.indexOf('//') + 2))
}

async function readBody(c: Context): Promise<string | null> {
  let body: string | null = null
  await limited(c, async () => {
    // Of a form that breaks off nobody awaits the answer.
    body = await c.req.text().catch(() => null)
  })
  return body
}
