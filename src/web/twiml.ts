/** TwiML as a response: Twilio reads a body of any other type aloud, or not at all (twilio.md section 1, "MIME"). */
import type { Context } from 'hono'
import type { WebhookEnv } from './webhook.ts'

export function twiml(c: Context<WebhookEnv>, xml: string, language?: string): Response {
  c.set('twiml', xml)
  return c.body(xml, 200, {
    'content-type': 'text/xml; charset=utf-8',
    ...(language ? { 'content-language': language } : {}),
  })
}
