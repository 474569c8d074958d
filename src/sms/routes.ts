/**
 * `/sms`: a text in, one text out. The position of a conversation travels in a cookie that Twilio keeps for it.
 *
 * @example
 * const { routes, receive } = smsRoutes(deps, allowanceFor)
 * app.route('/sms', routes)
 */
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import { emergency } from '../line/place.ts'
import { countryInPath, decodePosition, encodePosition } from '../line/position.ts'
import { take } from '../line/take.ts'
import { type Tally, type TallyEvent, tally } from '../line/tally.ts'
import { phrase } from '../locale/phrases.ts'
import { phoneIn } from '../twilio/address.ts'
import { answerTwiml } from '../twilio/answer.ts'
import { createContextReader, homeLocale } from '../twilio/channel-context.ts'
import { countryOf } from '../twilio/country.ts'
import { createPlaceCookie } from '../twilio/place-cookie.ts'
import {
  basePath,
  type Form,
  WEBHOOK_METHODS,
  type WebhookDeps,
  type WebhookEnv,
} from '../twilio/webhook-env.ts'
import { stopMark } from '../usage/stop-list.ts'
import { createSmsApology } from './apology.ts'
import { readSmsEvent } from './form.ts'
import { renderText, writePhone, writeText } from './render.ts'
import type { Allowance, ReplyLimiter } from './reply-limit.ts'

interface Reply {
  readonly locale: string
  readonly country: string
  /** Empty where the line stays silent. */
  readonly text: string
  readonly tallies: readonly Tally[]
  /** A `Set-Cookie` header that keeps the new position; none where it stays. */
  readonly cookie?: string
}

const SILENCE = renderText('')
const ANSWERED: Allowance = { reply: true }
/** The pause that `sms.pause` tells of. */
const SHORT_PAUSE_MS = 5 * 60_000
const HOUR_MS = 60 * 60_000
/** A person in danger is answered, however many texts they have sent. */
const ALARMS: readonly TallyEvent[] = ['crisis', 'crisis-offered', 'emergency']
/** None says whether the person wants to be texted. */
const NO_WISH: readonly TallyEvent[] = ['carrier-word', 'trouble', 'help', 'automatic']
/** Somebody who has asked us to stop is answered when they ask for something, and not when they only answer back. */
const ASKS: readonly TallyEvent[] = [
  ...ALARMS,
  'open',
  'finish',
  'guess',
  'language',
  'handoff',
  'start',
  'help',
  'trouble',
]

/** What became of a text of ours, where it did not arrive. */
const UNDELIVERED: readonly (string | undefined)[] = ['undelivered', 'failed']

export function smsRoutes(deps: WebhookDeps, allowanceFor: ReplyLimiter) {
  const { line, texts, settings } = deps
  const readContext = createContextReader(deps)
  const cookie = createPlaceCookie(settings)
  const apologyFor = createSmsApology(line, texts)
  const statusCallback = `${basePath(settings)}/sms/status`

  /** One phone is one number, whether it texts or writes on WhatsApp. */
  const markOf = (form: Form) => {
    const address = form('From') ?? ''
    return stopMark(settings.secret, phoneIn(address, line.settings.country) ?? address)
  }

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
    if (optOutType === 'START') c.var.usage.setStopped(markOf(form), false)
    if (optOutType !== undefined) return answerTwiml(c, { twiml: SILENCE })
    const place = cookie.read(c.req.header('cookie'))
    const position =
      place === undefined ? null : decodePosition(line, place, homeLocale(line, 'sms', form)).position
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

  /** Sends the reply, or holds it back where the number has had enough of them; the last one says so. */
  const send = (c: Context<WebhookEnv>, { locale, country, text, tallies, cookie }: Reply) => {
    const { usage } = c.var
    const mark = markOf(c.var.form)
    const has = (events: readonly TallyEvent[]) => tallies.some(({ event }) => events.includes(event))
    // As Twilio does: a stop is confirmed once, and nothing but a wish is answered after it.
    if (usage.isStopped(mark) && !has(ASKS)) {
      usage.count('sms', locale, tallies)
      return answerTwiml(c, { twiml: SILENCE })
    }
    // A person who asks us to stop is on the list, and one who then asks for something is off it again. Another server may
    // know of a stop that this one does not know yet, so nothing less takes a person off.
    if (c.var.form('From') && has(['stop', ...ASKS]) && (has(['start']) || !has(NO_WISH)))
      usage.setStopped(mark, has(['stop']))
    // Silence costs nothing, and a person who got none cannot be told of a pause.
    const { reply, pauseMs, by, isAlarm } = text
      ? allowanceFor(mark, has(ALARMS), line.settings.replies)
      : ANSWERED
    if (isAlarm) deps.onCeiling?.(line.settings.replies)
    if (by) deps.onHeldBack?.(by)
    usage.count('sms', locale, reply ? tallies : [tally('held-back')])
    const pause = pauseMs === undefined ? [] : [pauseFor(pauseMs, locale, country)]
    if (!reply && pauseMs === undefined) return answerTwiml(c, { twiml: SILENCE })
    const twiml = renderText([...(reply ? [text] : []), ...pause].join('\n'), statusCallback)
    return answerTwiml(c, { twiml, language: locale, ...(reply && cookie ? { cookie } : {}) })
  }

  const pauseFor = (ms: number, locale: string, country: string) => {
    const number = emergency({ line, context: { country } })
    const wording =
      ms <= SHORT_PAUSE_MS
        ? phrase('sms.pause', { emergency: number })
        : phrase('sms.pauseHours', { hours: Math.max(2, Math.ceil(ms / HOUR_MS)), emergency: number })
    return texts(locale, wording, writePhone)
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
