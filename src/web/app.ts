/**
 * The whole server, on every runtime.
 *
 * @example
 * const app = createApp({ line, usage, settings, assets, now: () => new Date(), logError })
 * const response = await app.request('/voice', { method: 'POST', body: new URLSearchParams({ To: '+15550100' }) })
 */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type RequestIdVariables, requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { textsOf } from '../line/line.ts'
import { smsRoutes } from '../sms/routes.ts'
import { basePath } from '../twilio/webhook-env.ts'
import { webhookGuards } from '../twilio/webhook-guards.ts'
import { createSafeRecorder } from '../usage/safe-recorder.ts'
import { voiceRoutes } from '../voice/routes.ts'
import type { Deps } from './deps.ts'
import { pageRoutes } from './pages/routes.tsx'
import { sendFailed, sendNotFound } from './pages/send-page.tsx'
import { passwordGuard } from './password.ts'
import { requestLog } from './request-log.ts'

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

export function createApp(deps: Deps): Hono<{ Variables: RequestIdVariables }> {
  const { line, usage, settings, assets, metrics, onRequest = () => {}, isEnding, logError, now } = deps
  const texts = textsOf(line)
  const site = { line, texts, assets, base: basePath(settings) }
  const password = passwordGuard(settings, () => now().getTime())
  const webhook = { ...deps, texts, usage: createSafeRecorder(deps.usage, deps.logError) }

  // A slash at the end of an address in Twilio's Console changes nothing.
  const app = new Hono<{ Variables: RequestIdVariables }>({ strict: false })
  // No id from outside is taken: the log would repeat whatever it says.
  app.use(requestId({ limitLength: 0 }), requestLog(onRequest))
  app.on('POST', ['/voice/*', '/sms/*'], ...webhookGuards(settings))
  app.route('/voice', voiceRoutes(webhook))
  app.route('/sms', smsRoutes(webhook))
  app.get('*', secureHeaders())
  app.get('/health', (c) => c.text('alive'))
  app.get('/ready', (c) => {
    if (isEnding?.()) return c.text('The server is ending. Send requests to another one.', 503)
    return usage.lastError()
      ? c.text('Calls and texts are answered. Counts wait in memory; the log says why.', 503)
      : c.text('ready')
  })
  if (metrics)
    app.get('/metrics', password, async (c) => c.body(await metrics(), 200, { 'content-type': METRICS_TYPE }))
  app.route('/', pageRoutes(deps, site, password))
  app.notFound((c) =>
    c.req.method === 'GET' ? sendNotFound(c, site) : c.text('There is nothing at this address.', 404),
  )
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    // Nobody hears this answer, and it is no error of ours.
    if (c.req.raw.signal.aborted) return c.text('The request broke off.', 400)
    logError(error, 'a request', c.var.requestId)
    return c.req.method === 'GET' ? sendFailed(c, site) : c.text('Something went wrong on our side.', 500)
  })
  return app
}
