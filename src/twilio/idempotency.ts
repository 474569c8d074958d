/**
 * A webhook that arrives again, sent by Twilio or copied by others, gets the answer of the first time and counts once.
 *
 * Its key is its signature, which covers the address and every field: no two steps of a call have the same address
 * (voice/address.ts), and no two texts the same MessageSid. Twilio marks a second try by a header as well. Keys are
 * kept as hashes, so that no signature stays in memory; answers hold no words and no number of the person.
 *
 * @example
 * app.on('POST', '/sms/*', signedForm(settings), idempotency())
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
    const pending = keys.map((key) => answers.get(key)).find((found) => found !== undefined)
    // Awaited only where there is one: nothing may come between the look-up and `answers.set`.
    const earlier = pending && (await pending)
    if (earlier) return sendAnswer(c, earlier)
    const handled = next().then(() => (c.error ? undefined : c.var.answer))
    const answer = handled.catch(() => undefined)
    // Set before it is known: a copy that arrives meanwhile waits for it.
    for (const key of keys) answers.set(key, answer)
    // An apology is not kept: the next try may succeed.
    if ((await answer) === undefined) for (const key of keys) answers.delete(key)
    await handled
  }
}

/** An empty signature, as in the demo, is no key: all who send it would get the answer of the first. */
function idempotencyKeys(c: Context): readonly string[] {
  return [c.req.header('x-twilio-signature'), c.req.header('i-twilio-idempotency-token')]
    .filter((mark) => mark !== undefined && mark !== '')
    .map((mark) => createHash('sha256').update(String(mark)).digest('base64'))
}
