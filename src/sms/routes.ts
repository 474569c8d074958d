/**
 * `/sms`: a text in, one text out. The position of a conversation travels in a cookie that Twilio keeps for it.
 *
 * @example
 * const { routes, receive } = smsRoutes(deps, allowanceFor)
 * app.route('/sms', routes)
 */
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import { countryInPath, decodePosition, encodePosition } from '../line/position.ts'
import { take } from '../line/take.ts'
import { tally } from '../line/tally.ts'
import { answerTwiml } from '../twilio/answer.ts'
import { createContextReader, homeLocale } from '../twilio/channel-context.ts'
import { countryOf } from '../twilio/country.ts'
import { createPlaceCookie } from '../twilio/place-cookie.ts'
import { WEBHOOK_METHODS, type WebhookDeps, type WebhookEnv } from '../twilio/webhook-env.ts'
import { createSmsApology } from './apology.ts'
import { readSmsEvent } from './form.ts'
import { renderText, writeText } from './render.ts'
import type { ReplyLimiter } from './reply-limit.ts'
import { createSender, type Reply, SILENCE, stopMarkOf } from './send.ts'

/** What became of a text of ours, where it did not arrive. */
const UNDELIVERED: readonly (string | undefined)[] = ['undelivered', 'failed']

export function smsRoutes(deps: WebhookDeps, allowanceFor: ReplyLimiter) {
  const { line, texts, settings } = deps
  const readContext = createContextReader(deps)
  const cookie = createPlaceCookie(settings)
  const apologyFor = createSmsApology(line, texts)
  const send = createSender(deps, allowanceFor)

  const hearStatus = (c: Context<WebhookEnv>) => {
    if (UNDELIVERED.includes(c.var.form('MessageStatus')))
      c.var.usage.count('sms', 'und', [tally('undelivered')])
    return answerTwiml(c, { twiml: null })
  }

  /** Answers a text. */
  const receive = (c: Context<WebhookEnv>) => {
    const { form } = c.var
    // A status callback whose address in the Console is this one.
    if (form('MessageStatus') !== undefined) return hearStatus(c)
    // With Advanced Opt-Out, Twilio has answered this message already.
    const optOutType = form('OptOutType')
    if (optOutType === 'START') c.var.usage.setStopped(stopMarkOf(deps, form), false)
    if (optOutType !== undefined) return answerTwiml(c, { twiml: SILENCE })
    const place = cookie.read(c.req.header('cookie'))
    const position =
      place === undefined ? null : decodePosition(line, place, () => homeLocale(line, 'sms', form)).position
    const context = readContext('sms', form)
    const turn = take(line, position, readSmsEvent(form), context)
    return send(c, {
      locale: turn.position.locale,
      country: turn.position.country ?? context.country,
      text: writeText(texts, turn),
      tallies: turn.tallies,
      cookie: cookie.write(encodePosition(turn.position)),
    })
  }

  const apology = ({ var: { form }, req }: Context<WebhookEnv>): Reply => {
    const locale = homeLocale(line, 'sms', form)
    const country = countryInPath(line, cookie.read(req.header('cookie')) ?? '') ?? countryOf(line, form)
    return { locale, country, text: apologyFor(locale, country), tallies: [tally('trouble')] }
  }

  const routes = new Hono<WebhookEnv>()
  routes.on(WEBHOOK_METHODS, '/', receive)
  routes.on(WEBHOOK_METHODS, '/status', hearStatus)
  routes.on(WEBHOOK_METHODS, '/fallback', (c) => send(c, apology(c)))
  routes.onError((error, c) => {
    deps.logError(error, routePath(c), c.var.requestId)
    try {
      return send(c, apology(c))
    } catch {
      // The limit or the stop list is what has failed: the apology goes out without them.
      const { locale, text, tallies } = apology(c)
      c.var.usage.count('sms', locale, tallies)
      return answerTwiml(c, { twiml: renderText(text), language: locale })
    }
  })
  return { routes, receive }
}
