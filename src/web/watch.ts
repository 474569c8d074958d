/**
 * Tells the operator of each request: its route, its status and its time, under an id that is also in the answer. Never
 * the path, which says what a caller listens to, nor CallSid or MessageSid, by which Twilio knows who called.
 *
 * @example
 * app.use(watch((request) => log.info(request, 'request')))
 * // { requestId: '0b54…', method: 'POST', route: '/voice/:step{[0-9]+}/:path{.+}', status: 200, ms: 1.4 }
 */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { WebhookEnv } from './webhook.ts'

export interface WatchedRequest {
  readonly requestId: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly ms: number
}

export function watch(saw: (request: WatchedRequest) => void): MiddlewareHandler<WebhookEnv> {
  return async (c, next) => {
    const began = performance.now()
    const requestId = crypto.randomUUID()
    c.set('requestId', requestId)
    // Before the answer is made: to add a header to a response makes another one of it.
    c.header('x-request-id', requestId)
    await next()
    const ms = Math.round((performance.now() - began) * 100) / 100
    saw({ requestId, method: c.req.method, route: routePath(c), status: c.res.status, ms })
  }
}
