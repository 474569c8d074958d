/**
 * The whole server.
 *
 * @example
 * const app = createApp({ line, usage, settings, assets, now: () => new Date(), logError })
 * const response = await app.request('/voice', { method: 'POST', body: new URLSearchParams({ To: '+15550100' }) })
 */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { textsOf } from '../line/line.ts'
import { basePath, type Deps } from './deps.ts'
import { onHono } from './on-hono.ts'
import { pageRoutes } from './pages/routes.tsx'
import { sendFailed, sendNotFound } from './pages/send-page.tsx'
import { passwordGuard } from './password.ts'
import type { Webhooks } from './receive.ts'
import { type PageEnv, watchPages } from './request-log.ts'
import { createWebhooks } from './webhooks.ts'

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** `webhooks` are given where a runtime has another way to them as well. */
export function createApp(deps: Deps, webhooks: Webhooks = createWebhooks(deps)): Hono {
  const pages = createPages(deps)
  // An app of their own: pages in every language need Hono's slower router, and callers wait for none of their middleware.
  return onHono(webhooks).notFound((c) => pages.fetch(c.req.raw, c.env))
}

/** All that is no webhook. */
function createPages(deps: Deps): Hono<PageEnv> {
  const { line, usage, settings, assets, metrics, onRequest, logError, now } = deps
  const site = { line, texts: textsOf(line), assets, base: basePath(settings) }
  const guard = passwordGuard(settings, () => now().getTime())
  const app = new Hono<PageEnv>({ strict: false })
  app.use(watchPages(onRequest))
  app.get('*', secureHeaders())
  app.get('/health', (c) => c.text('alive'))
  app.get('/ready', (c) =>
    usage.lastError()
      ? c.text('Calls and texts are answered. Counts wait in memory; the log says why.', 503)
      : c.text('ready'),
  )
  if (metrics)
    app.get('/metrics', guard, async (c) => c.body(await metrics(), 200, { 'content-type': METRICS_TYPE }))
  app.route('/', pageRoutes(deps, site, guard))
  app.notFound((c) =>
    c.req.method === 'GET' ? sendNotFound(c, site) : c.text('There is nothing at this address.', 404),
  )
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    logError(error, 'a request', c.var.requestId)
    return c.req.method === 'GET' ? sendFailed(c, site) : c.text('Something went wrong on our side.', 500)
  })
  return app
}
