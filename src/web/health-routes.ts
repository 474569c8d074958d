/**
 * For what watches a server: `/health` (it is alive), `/ready` (it can serve), and `/metrics`.
 *
 * @example
 * app.route('/', healthRoutes(deps, password))
 */
import { Hono, type MiddlewareHandler } from 'hono'
import type { Deps } from './deps.ts'
import { metricsGuard } from './password.ts'

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export function healthRoutes(
  { usage, metrics, isEnding, settings }: Deps,
  password: MiddlewareHandler,
): Hono {
  const app = new Hono()
  app.get('/health', (c) => c.text('alive'))
  app.get('/ready', async (c) => {
    if (isEnding?.()) return c.text('The server is ending. Send requests to another one.', 503)
    return (await usage.check())
      ? c.text('Calls and texts are answered. Counts wait in memory; the log says why.', 503)
      : c.text('ready')
  })
  if (metrics)
    app.get('/metrics', metricsGuard(settings, password), async (c) =>
      c.body(await metrics(), 200, { 'content-type': METRICS_TYPE }),
    )
  return app
}
