/**
 * Lets calls and texts go before pages: in each turn of the event loop all webhooks that have come in are answered, and
 * few pages. However many ask for pages as fast as they get them, a call waits for a few pages only.
 *
 * @example
 * createApp({ …, pagesWait: createPagesWait() })
 */
import type { MiddlewareHandler } from 'hono'

/** A page that is made costs some 0.1 ms. */
const PAGES_A_TURN = 4
/** A search costs some 10 ms. */
export const SEARCHES_A_TURN = 1
/** A client that gives up leaves its place here, so that there must be an end to them. */
const MOST_WAITING = 1000
const BUSY = 'Too many ask for pages at once. Try again in a minute. Calls and texts are answered.'

export function createPagesWait(pagesATurn = PAGES_A_TURN): MiddlewareHandler {
  const waiting: (() => void)[] = []
  const answerSome = () => {
    for (const answer of waiting.splice(0, pagesATurn)) answer()
    if (waiting.length > 0) setImmediate(answerSome)
  }
  return async function waitForCalls(c, next) {
    if (waiting.length >= MOST_WAITING) return c.text(BUSY, 503, { 'retry-after': '60' })
    await new Promise<void>((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(answerSome)
    })
    await next()
  }
}
