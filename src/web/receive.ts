/**
 * From a webhook to its response, each in one handler: read (body.ts) and verified (webhook.ts), answered once (once.ts), told to the
 * operator (watch.ts). A chain of middleware would do the same; it costs as much as the answer (docs/performance.md).
 *
 * @example
 * const receive = createReceiver(deps)
 * app.post('/sms', receive('/sms', (webhook) => ({ twiml: '<Response/>' }), apologise))
 */
import type { Context, Handler } from 'hono'
import { type Answer, respond } from './answer.ts'
import { readBody } from './body.ts'
import type { Deps } from './deps.ts'
import { createOnce } from './once.ts'
import { createWatch } from './watch.ts'
import { readWebhook, type Webhook } from './webhook.ts'

export type Answerer = (webhook: Webhook) => Answer

/** `route` is what the operator is told in place of the path; `apologise` answers where `answerer` has failed. */
export type Receive = (route: string, answerer: Answerer, apologise: Answerer) => Handler

export function createReceiver({
  settings,
  logError,
  saw,
}: Pick<Deps, 'settings' | 'logError' | 'saw'>): Receive {
  const once = createOnce()
  const watch = createWatch(saw)
  return (route, answerer, apologise) => {
    const answer = (webhook: Webhook): Answer => {
      try {
        return once(webhook.marks, () => answerer(webhook))
      } catch (error) {
        logError(error, route, webhook.requestId)
        return apologise(webhook)
      }
    }
    const answerForm = (c: Context, body: string, requestId: string): Response => {
      const read = readWebhook(c, body, settings, requestId)
      return read instanceof Response ? read : respond(answer(read), requestId)
    }
    return (c) => {
      const { requestId, end } = watch()
      const fail = (error: unknown): Response => {
        logError(error, route, requestId)
        return c.text('Something went wrong on our side.', 500)
      }
      const tell = (response: Response): Response => {
        end('POST', route, response.status)
        // An answer has the id already; a refusal does not, and need not be quick.
        if (!response.ok) response.headers.set('x-request-id', requestId)
        return response
      }
      try {
        const body = readBody(c)
        // A promise costs as much as the counts: where the body is at hand, none is made.
        if (typeof body === 'string') return tell(answerForm(c, body, requestId))
        return body
          .then((read) => (read instanceof Response ? read : answerForm(c, read, requestId)))
          .catch(fail)
          .then(tell)
      } catch (error) {
        return tell(fail(error))
      }
    }
  }
}
