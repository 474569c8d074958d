/**
 * A webhook that arrives again, sent by Twilio or copied by others, gets the answer of the first time and counts once.
 *
 * It is known by its signature, which covers the address and every field: no two steps of a call have the same address
 * (voice/address.ts), and no two texts the same MessageSid. Twilio marks what it tries again by a header as well.
 * Answers are kept in memory, without the words or the number of whoever asked, until 5,000 others have come.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import type { Counting } from '../usage/log.ts'
import type { WebhookEnv } from './webhook.ts'

interface Answer {
  /** Null where there is nothing to do, as at the end of a call. */
  readonly twiml: string | null
  readonly status: number
  readonly headers: [string, string][]
}

/** At 200 webhooks a second, more than come in the 15 seconds in which Twilio may try again. */
const KEPT = 5000

/** Sets `count`, by which what follows counts: it counts nothing for a webhook whose first copy is still being answered. */
export function answerOnce(usage: Counting): MiddlewareHandler<WebhookEnv> {
  const answers = new LRUCache<string, Answer | 'awaited'>({ max: KEPT })
  return async (c, next) => {
    const marks = marksOf(c)
    const known = marks.map((mark) => answers.get(mark)).find((answer) => answer !== undefined)
    if (known !== undefined && known !== 'awaited') return new Response(known.twiml, known)
    c.set('count', known ? () => {} : usage.count)
    const keep = (answer: Answer | 'awaited') => {
      for (const mark of marks) answers.set(mark, answer)
    }
    keep('awaited')
    await next()
    const { ok, status, headers } = c.res
    if (ok) keep({ twiml: c.var.twiml ?? null, status, headers: [...headers] })
    else for (const mark of marks) answers.delete(mark)
  }
}

/** An empty signature, as in the demo, marks nothing: all who send it would get the answer of the first. */
function marksOf(c: Context): readonly string[] {
  return [c.req.header('x-twilio-signature'), c.req.header('i-twilio-idempotency-token')].filter(
    (mark): mark is string => Boolean(mark),
  )
}
