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
import { createOnce } from './once.ts'
import { sendFailed, sendNotFound } from './pages/answer.tsx'
import { pageRoutes } from './pages/routes.tsx'
import { passwordGuard } from './password.ts'
import { countSafely } from './safe-counting.ts'
import { smsRoutes } from './sms.ts'
import { voiceRoutes } from './voice.ts'
import { watch } from './watch.ts'
import { type WebhookEnv, webhook } from './webhook.ts'

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export function createApp(given: Deps): Hono<WebhookEnv> {
  const deps = { ...given, usage: countSafely(given) }
  const { line, usage, settings, assets, metrics, saw = () => {} } = deps
  const texts = textsOf(line)
  const site = { line, texts, assets, base: basePath(settings) }
  const guard = passwordGuard(settings, () => deps.now().getTime())
  // A slash at the end of an address, in a browser or in Twilio's Console, changes nothing.
  const app = new Hono<WebhookEnv>({ strict: false })
  app.use(watch(saw))
  const once = createOnce()
  // For browsers, not for Twilio, whose callers wait.
  app.get('*', secureHeaders())
  for (const path of ['/voice/*', '/sms/*']) app.use(path, webhook(settings))
  app.route('/voice', voiceRoutes(deps, texts, once))
  app.route('/sms', smsRoutes(deps, texts, once))
  app.get('/health', (c) => c.text('alive'))
  app.get('/ready', (c) =>
    usage.trouble()
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
    deps.logError(error, 'a request', c.var.requestId)
    return c.req.method === 'GET' ? sendFailed(c, site) : c.text('Something went wrong on our side.', 500)
  })
  return app
}
