/**
 * A webhook that arrives again, sent by Twilio or copied by others, gets the answer of the first time and counts once.
 *
 * It is known by its signature, which covers the address and every field: no two steps of a call have the same address
 * (voice/address.ts), and no two texts the same MessageSid. Twilio marks what it tries again by a header as well.
 * Answers are kept in memory, without the words or the number of whoever asked, until 5,000 others have come.
 */
import type { Context } from 'hono'
import { LRUCache } from 'lru-cache'
import { type Answer, respond } from './answer.ts'
import type { WebhookEnv } from './webhook.ts'

type Answerer = (c: Context<WebhookEnv>) => Answer

/** Makes a handler that is asked for an answer, and counts, at the first copy of a webhook only. */
export type Once = (answerer: Answerer) => (c: Context<WebhookEnv>) => Response

/** At 200 webhooks a second, more than come in the 15 seconds in which Twilio may try again. */
const KEPT = 5000

export function createOnce(): Once {
  const answers = new LRUCache<string, Answer>({ max: KEPT })
  return (answerer) => (c) => {
    const marks = marksOf(c)
    // No answer is waited for, so no copy can come in between.
    const answer = marks.map((mark) => answers.get(mark)).find((kept) => kept !== undefined) ?? answerer(c)
    for (const mark of marks) answers.set(mark, answer)
    return respond(c, answer)
  }
}

/** An empty signature, as in the demo, marks nothing: all who send it would get the answer of the first. */
function marksOf(c: Context): readonly string[] {
  return [c.req.header('x-twilio-signature'), c.req.header('i-twilio-idempotency-token')].filter(
    (mark): mark is string => Boolean(mark),
  )
}
