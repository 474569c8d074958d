/**
 * A webhook that arrives again, sent by Twilio or copied by others, gets the answer of the first time and counts once.
 *
 * Its key is its signature, which covers the address and every field: no two steps of a call have the same address
 * (voice/address.ts), and no two texts the same MessageSid. Twilio marks a second try by a header as well. Keys are
 * kept as hashes, so that no signature stays in memory; answers hold no words and no number of the person.
 *
 * @example
 * app.on(WEBHOOK_METHODS, '/sms/*', ...webhookGuards(deps)) // of which it is the last
 */
import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { sendAnswer } from './answer.ts'
import type { Answer, WebhookEnv } from './webhook-env.ts'

/** At 200 webhooks a second, more than come in the 15 seconds in which Twilio may try again. */
const MOST_KEPT = 5000

export function idempotency(): MiddlewareHandler<WebhookEnv> {
  const answers = new LRUCache<string, Promise<Answer | undefined>>({ max: MOST_KEPT })
  return async function answerOnce(c, next) {
    const keys = idempotencyKeys(c)
    const lookUp = () => keys.map((key) => answers.get(key)).find((found) => found !== undefined)
    // A look-up that finds nothing goes on to `answers.set` without waiting, so that no copy comes in between. Of copies
    // that wait for a try which then fails, the first tries again, and the others wait for that.
    for (let pending = lookUp(); pending !== undefined; pending = lookUp()) {
      const earlier = await pending
      if (earlier) return sendAnswer(c, earlier)
    }
    const handled = next().then(() => (c.error ? undefined : c.var.answer))
    // An apology is not kept: the next try may succeed. (Hono sets `c.error` where a route's `onError` has answered.)
    const forget = (): undefined => {
      for (const key of keys) answers.delete(key)
    }
    const answer = handled.then((given) => given ?? forget(), forget)
    for (const key of keys) answers.set(key, answer)
    await handled
  }
}

/** An empty signature, as in the demo, is no key: all who send it would get the answer of the first. */
function idempotencyKeys(c: Context): readonly string[] {
  return [c.req.header('x-twilio-signature'), c.req.header('i-twilio-idempotency-token')]
    .filter((mark) => mark !== undefined && mark !== '')
    .map((mark) => createHash('sha256').update(String(mark)).digest('base64'))
}
