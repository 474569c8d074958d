/**
 * The whole server, on every runtime.
 *
 * @example
 * const app = createApp({ line, usage, settings, assets, now: () => new Date(), logError })
 * const response = await app.request('/voice', { method: 'POST', body: new URLSearchParams({ To: '+15550100' }) })
 */
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type RequestIdVariables, requestId } from 'hono/request-id'
import { getPathNoStrict, tryDecodeURI } from 'hono/utils/url'
import { textsOf } from '../line/line.ts'
import { basePath, withoutBase } from '../twilio/webhook-env.ts'
import { createSafeRecorder } from '../usage/safe-recorder.ts'
import type { Deps } from './deps.ts'
import { healthRoutes } from './health-routes.ts'
import { createLasting } from './lasting.ts'
import { loopbackOnly } from './loopback.ts'
import { pageHeaders } from './page-headers.ts'
import { operateRoutes } from './pages/operate-routes.ts'
import { operatorPagesOf } from './pages/operator-nav.tsx'
import { pageRoutes } from './pages/routes.tsx'
import { sendError, sendRefusal } from './pages/send-page.tsx'
import { recordingRoutes } from './recordings.ts'
import { requestLog } from './request-log.ts'
import { createResponseCache } from './response-cache.ts'
import { webhookRoutes } from './webhook-routes.ts'

export function createApp(
  deps: Deps,
  lasting = createLasting(deps),
): Hono<{ Variables: RequestIdVariables }> {
  const { line, settings, assets, onRequest = () => {}, logError } = deps
  const { allowanceFor, password } = lasting
  const texts = textsOf(line)
  const base = basePath(settings)
  const origin = settings.publicUrl === null ? '' : new URL(settings.publicUrl).origin
  const site = { line, texts, assets, base, origin, operatorPages: operatorPagesOf(deps) }
  const cache = createResponseCache(deps.compress)
  const webhook = { ...deps, texts, usage: createSafeRecorder(deps.usage, deps.logError) }

  const app = new Hono<{ Variables: RequestIdVariables }>({
    // A slash at the end of an address in Twilio's Console changes nothing.
    getPath: (request) => withoutBase(getPathNoStrict(request), tryDecodeURI(base)),
  })
  // No id from outside is taken: the log would repeat whatever it says.
  app.use(requestId({ limitLength: 0 }), requestLog(onRequest))
  const headers = pageHeaders(line, settings)
  if (settings.authTokens.length === 0) app.use(headers, loopbackOnly)
  app.route('/', webhookRoutes(webhook, allowanceFor))
  app.get('*', headers)
  app.route('/', healthRoutes(deps, password))
  if (settings.authTokens.length === 0) app.route('/recordings', recordingRoutes(deps))
  app.route('/', operateRoutes(deps, site, cache, lasting, headers))
  app.route('/', pageRoutes(deps, site, cache, password, headers))
  app.notFound((c) =>
    isForReader(c) ? sendError(c, site, cache, 404) : c.text('There is nothing at this address.', 404),
  )
  app.onError((error, c) => {
    if (error instanceof HTTPException) return sendRefusal(c, site, cache, error.getResponse())
    // Somebody has gone away in the middle of their form: that is no error of ours, and no alarm. Workers give some requests no signal.
    if (c.req.method === 'POST' && c.req.raw.signal?.aborted) return c.text('The form broke off.', 400)
    logError(error, 'a request', c.var.requestId)
    try {
      if (isForReader(c)) return sendError(c, site, cache, 500)
    } catch {
      // The error page failed too: the fault is in every page.
    }
    return c.text('Something went wrong on our side.', 500)
  })
  return app
}

/** Twilio takes a page for TwiML, so it gets a sentence. */
function isForReader({ req }: Context): boolean {
  return (req.method === 'GET' || req.method === 'HEAD') && !req.header('x-twilio-signature')
}
