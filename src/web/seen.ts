/**
 * Webhooks seen lately, so that one that Twilio sends again is answered again and counted once.
 *
 * Twilio marks a retry by `I-Twilio-Idempotency-Token` (the same for all attempts), and a message by its `MessageSid`.
 * These are kept in memory for minutes and written nowhere.
 */
import type { Context } from 'hono'
import { LRUCache } from 'lru-cache'
import type { Form } from '../voice/form.ts'

/** Whether this webhook was seen before; it has been, from now on. */
export type SeenBefore = (c: Context, form: Form) => boolean

/** More than Twilio sends one server in the 15 seconds in which it may try again. */
const KEPT = 20_000

export function createSeenBefore(): SeenBefore {
  const seen = new LRUCache<string, true>({ max: KEPT })
  return (c, form) => {
    const marks = [c.req.header('i-twilio-idempotency-token'), form.MessageSid].filter(
      (mark) => mark !== undefined,
    )
    const before = marks.some((mark) => seen.has(mark))
    for (const mark of marks) seen.set(mark, true)
    return before
  }
}
