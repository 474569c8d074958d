/**
 * Reports each request to the operator: its route, its status and its time, under the id that is also in the answer. Never
 * the path, which says what a caller listens to, nor CallSid or MessageSid, by which Twilio knows who called.
 *
 * @example
 * app.use(requestId(), requestLog((request) => log.info(request, 'request')))
 * // { requestId: '0b54…', method: 'POST', route: '/voice/*', status: 200, ms: 1.4 }
 */
import type { MiddlewareHandler } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import { routePath } from 'hono/route'

export interface RequestRecord {
  readonly requestId: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly ms: number
}

export type OnRequest = (request: RequestRecord) => void

export function requestLog(onRequest: OnRequest): MiddlewareHandler<{ Variables: RequestIdVariables }> {
  return async function logRequest(c, next) {
    const began = performance.now()
    await next()
    const ms = Math.round((performance.now() - began) * 100) / 100
    onRequest({
      requestId: c.var.requestId,
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms,
    })
  }
}
