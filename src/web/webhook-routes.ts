/**
 * The addresses that Twilio calls. What a wrong setting in its Console sends here is answered all the same, and the operator is told
 * what to set: a text that comes to the address of calls, a call that comes to that of texts, a form sent by GET.
 *
 * @example
 * app.route('/', webhookRoutes(deps, allowanceFor))
 */
import { Hono } from 'hono'
import type { ReplyLimiter } from '../sms/reply-limit.ts'
import { smsRoutes } from '../sms/routes.ts'
import { type Form, WEBHOOK_METHODS, type WebhookDeps, type WebhookEnv } from '../twilio/webhook-env.ts'
import { webhookGuards } from '../twilio/webhook-guards.ts'
import { voiceRoutes } from '../voice/routes.ts'

const TEXT_AT_VOICE =
  'A text came to /voice and was answered. In Twilio\'s Console, set "A message comes in" of the number to POST …/sms (`npm run setup` does so).'
const CALL_AT_SMS =
  'A call came to /sms and was answered. In Twilio\'s Console, set "A call comes in" of the number to POST …/voice (`npm run setup` does so).'
/** Proxies and their logs keep addresses. */
const BY_GET =
  'Twilio calls by HTTP GET, which puts the numbers of callers into addresses and so into logs of proxies. In its Console, set HTTP POST (`npm run setup` does so).'

export function webhookRoutes(deps: WebhookDeps, allowanceFor: ReplyLimiter): Hono<WebhookEnv> {
  const voice = voiceRoutes(deps)
  const sms = smsRoutes(deps, allowanceFor)
  const warn = (sentence: string) => deps.onMisdirected?.(sentence)
  const app = new Hono<WebhookEnv>()
  app.on(WEBHOOK_METHODS, ['/voice/*', '/sms/*'], ...webhookGuards(deps), async (c, next) => {
    if (c.req.method === 'GET') warn(BY_GET)
    return next()
  })
  app.on(WEBHOOK_METHODS, '/voice', (c, next) => {
    if (!isText(c.var.form)) return next()
    warn(TEXT_AT_VOICE)
    return sms.receive(c)
  })
  app.on(WEBHOOK_METHODS, '/sms', (c, next) => {
    if (!isCall(c.var.form)) return next()
    warn(CALL_AT_SMS)
    return voice.arrive(c)
  })
  app.route('/voice', voice.routes)
  app.route('/sms', sms.routes)
  return app
}

function isText(form: Form): boolean {
  return form('MessageSid') !== undefined && form('CallSid') === undefined
}

function isCall(form: Form): boolean {
  return form('CallSid') !== undefined && form('MessageSid') === undefined && form('Body') === undefined
}
