/** TwiML as a response: Twilio reads a body of any other type aloud, or not at all (twilio.md section 1, "MIME"). */
import type { Context } from 'hono'

export function twiml(c: Context, xml: string, language?: string): Response {
  return c.body(xml, 200, {
    'content-type': 'text/xml; charset=utf-8',
    ...(language ? { 'content-language': language } : {}),
  })
}
