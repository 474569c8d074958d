/**
 * `/sms`: a text in, one text out. The position of a conversation travels in a cookie that Twilio keeps for it.
 *
 * @example
 * app.route('/sms', smsRoutes(deps))
 */
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import { emergency } from '../line/place.ts'
import { decodePosition, encodePosition } from '../line/position.ts'
import { take } from '../line/take.ts'
import { type Tally, type TallyEvent, tally } from '../line/tally.ts'
import { phrase } from '../locale/phrases.ts'
import { answerTwiml } from '../twilio/answer.ts'
import { countryOf, createContextReader, homeLocale } from '../twilio/channel-context.ts'
import { createPlaceCookie } from '../twilio/place-cookie.ts'
import { type Form, WEBHOOK_METHODS, type WebhookDeps, type WebhookEnv } from '../twilio/webhook-env.ts'
import { stopMark } from '../usage/stop-list.ts'
import { createSmsApology } from './apology.ts'
import { readSmsEvent, senderOf } from './form.ts'
import { renderText, writePhone, writeText } from './render.ts'
import { createReplyLimiter } from './reply-limit.ts'

interface Reply {
  readonly locale: string
  /** Empty where the line stays silent. */
  readonly text: string
  readonly tallies: readonly Tally[]
  /** A `Set-Cookie` header that keeps the new position; none where it stays. */
  readonly cookie?: string
}

const SILENCE = renderText('')
/** A person in danger is answered, whatever number of texts they have sent. */
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

export function smsRoutes(deps: WebhookDeps): Hono<WebhookEnv> {
  const { line, texts, settings } = deps
  const readContext = createContextReader(deps)
  const cookie = createPlaceCookie(settings)
  const apologyFor = createSmsApology(line, texts)
  const now = () => deps.now().getTime()
  const repliesLeft = createReplyLimiter(now)
  // A number that is held back may cry for help, so alarms are counted by themselves.
  const alarmRepliesLeft = createReplyLimiter(now)

  const markOf = (form: Form) => stopMark(settings.secret, senderOf(form))

  const receive = (c: Context<WebhookEnv>) => {
    const { form } = c.var
    // With Advanced Opt-Out, Twilio has answered this message already.
    const optOutType = form('OptOutType')
    if (optOutType === 'START') c.var.usage.setStopped(markOf(form), false)
    if (optOutType !== undefined) return answerTwiml(c, { twiml: SILENCE })
    const place = cookie.read(c.req.header('cookie'))
    const position = place === undefined ? null : decodePosition(line, place, homeLocale(line, form)).position
    const turn = take(line, position, readSmsEvent(form), readContext('sms', form))
    return send(c, {
      locale: turn.position.locale,
      text: writeText(texts, turn),
      tallies: turn.tallies,
      cookie: cookie.write(encodePosition(turn.position)),
    })
  }

  /** Sends the reply, or holds it back where the number has had enough of them; the last one says so. */
  const send = (c: Context<WebhookEnv>, { locale, text, tallies, cookie }: Reply) => {
    const { usage } = c.var
    const mark = markOf(c.var.form)
    const has = (events: readonly TallyEvent[]) => tallies.some(({ event }) => events.includes(event))
    // As Twilio does: a stop is confirmed once, and nothing but a wish is answered after it.
    if (usage.isStopped(mark) && !has(ASKS)) {
      usage.count('sms', locale, tallies)
      return answerTwiml(c, { twiml: SILENCE })
    }
    // A person who asks us to stop is on the list; one who texts anything else is off it again.
    if (c.var.form('From') && (has(['start']) || !has(NO_WISH))) usage.setStopped(mark, has(['stop']))
    const isAlarm = has(ALARMS)
    const left = isAlarm ? alarmRepliesLeft(mark) : repliesLeft(mark)
    usage.count('sms', locale, left === 0 ? [tally('held-back')] : tallies)
    if (left === 0) return answerTwiml(c, { twiml: SILENCE })
    const isLast = left === 1 && !isAlarm && text !== ''
    const words = isLast ? `${text}\n${pause(locale, countryOf(line, c.var.form))}` : text
    return answerTwiml(c, { twiml: renderText(words), language: locale, ...(cookie ? { cookie } : {}) })
  }

  const pause = (locale: string, country: string) =>
    texts(locale, phrase('sms.pause', { emergency: emergency({ line, context: { country } }) }), writePhone)

  const apology = ({ var: { form } }: Context<WebhookEnv>): Reply => {
    const locale = homeLocale(line, form)
    return { locale, text: apologyFor(locale, countryOf(line, form)), tallies: [tally('trouble')] }
  }

  const app = new Hono<WebhookEnv>()
  app.on(WEBHOOK_METHODS, '/', receive)
  app.on(WEBHOOK_METHODS, '/fallback', (c) => send(c, apology(c)))
  app.onError((error, c) => {
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
  return app
}
