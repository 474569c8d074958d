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

export function createPagesWait(): MiddlewareHandler {
  const waiting: (() => void)[] = []
  const answerSome = () => {
    for (const answer of waiting.splice(0, PAGES_A_TURN)) answer()
    if (waiting.length > 0) setImmediate(answerSome)
  }
  return async function waitForCalls(_c, next) {
    await new Promise<void>((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(answerSome)
    })
    await next()
  }
}
