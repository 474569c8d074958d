/**
 * The answer to a webhook: a TwiML document, or nothing where Twilio expects none. It is kept beside the response
 * (`c.var.answer`), so that the same answer can be given again (idempotency.ts).
 *
 * @example
 * return answerTwiml(c, { twiml: '<Response/>', language: 'es' })
 */
import type { Context } from 'hono'
import type { Answer, WebhookEnv } from './webhook-env.ts'

/** In a document, the place of the number of the next step of a call. */
export const STEP = '{step}'

export function answerTwiml(c: Context<WebhookEnv>, answer: Answer): Response {
  c.set('answer', answer)
  return sendAnswer(c, answer)
}

/** Twilio reads a body of any other type than XML aloud, or not at all (docs/design/twilio.md section 1, "MIME"). */
export function sendAnswer(c: Context<WebhookEnv>, { twiml, step, language, cookie }: Answer): Response {
  if (twiml === null) return c.body(null, 204)
  return c.body(step === undefined ? twiml : twiml.replaceAll(STEP, String(step)), 200, {
    'content-type': 'text/xml; charset=utf-8',
    ...(language ? { 'content-language': language } : {}),
    ...(cookie ? { 'set-cookie': cookie } : {}),
  })
}
