/**
 * The whole server.
 *
 * @example
 * const app = createApp({ line, usage, settings, now: () => new Date(), logError })
 * const response = await app.request('/voice', { method: 'POST', body: new URLSearchParams({ To: '+15550100' }) })
 */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { textsOf } from '../line/line.ts'
import type { Deps } from './deps.ts'
import { homePage } from './home.ts'
import { createSeenBefore } from './seen.ts'
import { smsRoutes } from './sms.ts'
import { voiceRoutes } from './voice.ts'
import { type WebhookEnv, webhook } from './webhook.ts'

export function createApp(deps: Deps): Hono<WebhookEnv> {
  const { line, usage, settings } = deps
  const texts = textsOf(line)
  const seenBefore = createSeenBefore()
  const app = new Hono<WebhookEnv>()
  app.use(secureHeaders())
  app.use('/voice/*', webhook(settings))
  app.use('/sms/*', webhook(settings))
  app.route('/voice', voiceRoutes(deps, texts, seenBefore))
  app.route('/sms', smsRoutes(deps, texts, seenBefore))
  app.get('/', (c) => c.html(homePage(line, texts)))
  app.get('/health', (c) => c.text('alive'))
  app.get('/ready', (c) => {
    const trouble = usage.trouble()
    return trouble
      ? c.text(`Calls and texts are answered. Counts wait in memory: ${trouble}`, 503)
      : c.text('ready')
  })
  app.notFound((c) => c.text('There is nothing at this address.', 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    deps.logError(error, 'a request')
    return c.text('Something went wrong on our side.', 500)
  })
  return app
}
