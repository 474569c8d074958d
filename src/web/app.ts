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
import { secureHeaders } from 'hono/secure-headers'
import { getPathNoStrict, tryDecodeURI } from 'hono/utils/url'
import { textsOf } from '../line/line.ts'
import { basePath, withoutBase } from '../twilio/webhook-env.ts'
import { createSafeRecorder } from '../usage/safe-recorder.ts'
import type { Deps } from './deps.ts'
import { createLasting } from './lasting.ts'
import { loopbackOnly } from './loopback.ts'
import { operateRoutes } from './pages/operate-routes.tsx'
import { operatorPagesOf } from './pages/operator-nav.tsx'
import { pageRoutes } from './pages/routes.tsx'
import { sendError, sendRefusal } from './pages/send-page.tsx'
import { metricsGuard } from './password.ts'
import { clipOrigins, recordingRoutes } from './recordings.ts'
import { requestLog } from './request-log.ts'
import { createResponseCache } from './response-cache.ts'
import { webhookRoutes } from './webhook-routes.ts'

const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** A page may load files of this server only; the icons of Pico (the CSS library) are `data:` images. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}
/** Half a year, and for this host only: its subdomains are not ours to speak for. */
const HSTS = 'max-age=15552000'

export function createApp(
  deps: Deps,
  lasting = createLasting(deps),
): Hono<{ Variables: RequestIdVariables }> {
  const { line, usage, settings, assets, metrics, onRequest = () => {}, isEnding, logError } = deps
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
  const pageHeaders = secureHeaders({
    contentSecurityPolicy: { ...CONTENT_SECURITY_POLICY, mediaSrc: ["'self'", ...clipOrigins(line)] },
    // With `no-referrer` browsers send forms of this server without their origin (Fetch, "append a request Origin header").
    referrerPolicy: 'same-origin',
    // Below a path of somebody's host it is not ours to say.
    strictTransportSecurity: base === '' && HSTS,
  })
  if (settings.authTokens.length === 0) app.use(pageHeaders, loopbackOnly)
  app.route('/', webhookRoutes(webhook, allowanceFor))
  app.get('*', pageHeaders)
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
  if (settings.authTokens.length === 0) app.route('/recordings', recordingRoutes(deps))
  app.route('/', operateRoutes(deps, site, cache, lasting, pageHeaders))
  app.route('/', pageRoutes(deps, site, cache, password, pageHeaders))
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
      // What failed is in every page.
    }
    return c.text('Something went wrong on our side.', 500)
  })
  return app
}

/** Twilio takes a page for TwiML, so it gets a sentence. */
function isForReader({ req }: Context): boolean {
  return (req.method === 'GET' || req.method === 'HEAD') && !req.header('x-twilio-signature')
}
