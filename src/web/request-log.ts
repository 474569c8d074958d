/**
 * Tells the operator of each request: its route, its status and its time, under an id that is also in the answer. Never
 * the path, which says what a caller listens to, nor CallSid or MessageSid, by which Twilio knows who called.
 *
 * @example
 * const { requestId, end } = createWatch((request) => log.info(request, 'request'))()
 * end('POST', '/voice/*', 200) // { requestId: '0b54…', method: 'POST', route: '/voice/*', status: 200, ms: 1.4 }
 */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'

export interface RequestRecord {
  readonly requestId: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly ms: number
}

export interface PageEnv {
  readonly Variables: { readonly requestId: string }
}

export type OnRequest = (request: RequestRecord) => void

/** A request that has begun. */
export interface Watched {
  readonly requestId: string
  end(method: string, route: string, status: number): void
}

export function createWatch(saw: OnRequest = () => {}): () => Watched {
  return () => {
    const began = performance.now()
    const requestId = crypto.randomUUID()
    return {
      requestId,
      end(method, route, status) {
        const ms = Math.round((performance.now() - began) * 100) / 100
        saw({ requestId, method, route, status, ms })
      },
    }
  }
}

/** The same for pages. */
export function watchPages(saw?: OnRequest): MiddlewareHandler<PageEnv> {
  const watch = createWatch(saw)
  return async (c, next) => {
    const { requestId, end } = watch()
    c.set('requestId', requestId)
    // Before the answer is made: to add a header to a response makes another one of it.
    c.header('x-request-id', requestId)
    await next()
    end(c.req.method, routePath(c), c.res.status)
  }
}
