/**
 * `/voice`: a call as a walk through addresses. Each answer names the address of the next step, so the server keeps no session.
 *
 * @example
 * const { routes, arrive } = voiceRoutes(deps)
 * app.route('/voice', routes)
 */
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import type { ChannelContext, UserEvent } from '../line/event.ts'
import { countryInPath, decodePosition, encodePosition, positionAt } from '../line/position.ts'
import { take } from '../line/take.ts'
import { tally } from '../line/tally.ts'
import { lineByPhone } from '../line/tell-recorded.ts'
import type { Turn } from '../line/turn.ts'
import { answerTwiml } from '../twilio/answer.ts'
import { createContextReader, homeLocale } from '../twilio/channel-context.ts'
import { countryOf } from '../twilio/country.ts'
import {
  basePath,
  type Form,
  WEBHOOK_METHODS,
  type WebhookDeps,
  type WebhookEnv,
} from '../twilio/webhook-env.ts'
import { readStep } from './address.ts'
import { createVoiceApology } from './apology.ts'
import {
  beginRecord,
  isOverlong,
  nextStep,
  readRecord,
  recordCookie,
  withNews,
  withPlace,
} from './call-length.ts'
import { hasEnded, lengthBand, readVoiceEvent } from './form.ts'
import { callerId, isCircular } from './own-numbers.ts'
import { createVoiceRenderer } from './render.ts'
import { createScreen, isTaken } from './screen.ts'

const ARRIVAL: UserEvent = { kind: 'arrival' }

export function voiceRoutes(deps: WebhookDeps) {
  const { texts, settings } = deps
  const line = lineByPhone(deps.line)
  const base = basePath(settings)
  const render = createVoiceRenderer(line, texts, base)
  const apologyFor = createVoiceApology(line, texts, base)
  const screen = createScreen(line, texts, base)
  const readForm = createContextReader(deps)
  const readContext = (form: Form): ChannelContext => ({
    ...readForm('voice', form),
    isCircular: (number) => isCircular(line, form, number),
  })

  const end = (c: Context<WebhookEnv>) => {
    const { form } = c.var
    if (hasEnded(form)) c.var.usage.count('voice', 'und', [tally('hang-up', lengthBand(form))])
    return answerTwiml(c, { twiml: null })
  }

  /** Answers a call that comes in. */
  const arrive = (c: Context<WebhookEnv>) => {
    // A status callback whose address in the Console is this one.
    if (c.var.form('CallStatus') !== undefined && hasEnded(c.var.form)) return end(c)
    const context = readContext(c.var.form)
    const turn = take(line, null, ARRIVAL, context)
    c.var.usage.count('voice', turn.position.locale, turn.tallies)
    return answerTwiml(c, {
      twiml: render(turn),
      step: nextStep(0, turn.position),
      cookie: recordCookie(beginRecord(turn.position, deps.now())),
    })
  }

  const goOn = (c: Context<WebhookEnv>) => {
    const { path, step, isRestart } = readStep(c.req.path)
    const { form } = c.var
    const { position, lost } = decodePosition(line, path, () => homeLocale(line, 'voice', form))
    const event = readVoiceEvent(form)
    const isArrival = lost || (isRestart && event.kind === 'silence')
    const now = deps.now()
    const before = readRecord(c.req.header('cookie'))
    const record = before && event.kind === 'dialled' ? withNews(before, now) : before
    const ends = isOverlong({ step, record }, now, line.settings.endLoopAfter)
    const context = { ...readContext(form), isOverlong: ends }
    const turn = take(line, position, isArrival ? ARRIVAL : event, context)
    c.var.usage.count('voice', turn.position.locale, [...(lost ? [tally('lost')] : []), ...turn.tallies])
    const twiml = render(withCallerId(turn, () => callerId(line, form, context)))
    const after = record && (withPlace(record, turn.position, now) ?? record)
    const cookie = after && after !== before ? { cookie: recordCookie(after) } : {}
    return answerTwiml(c, { twiml, step: nextStep(step, turn.position), ...cookie })
  }

  /** On the telephone of a person of the line, who is called. */
  const screenPerson = (c: Context<WebhookEnv>) => {
    const { ask, taken, refused } = screen(c.req.param('locale') ?? '')
    if (c.req.param('step') === 'ask') return answerTwiml(c, { twiml: ask })
    return answerTwiml(c, { twiml: isTaken(c.var.form('Digits')) ? taken : refused })
  }

  /** Looks at no position and at no clock, which may be what has failed. The main menu is worth a try, unless it failed itself. */
  const apologise = (
    c: Context<WebhookEnv>,
    { path, step }: Pick<ReturnType<typeof readStep>, 'path' | 'step'>,
  ) => {
    const { form } = c.var
    const [tag = ''] = path.split('/')
    const locale = line.settings.locales.includes(tag) ? tag : homeLocale(line, 'voice', form)
    const { again, last } = apologyFor(locale, countryInPath(line, path) ?? countryOf(line, form))
    const hasFailedAtMain = path === '' || path === encodePosition(positionAt(line.main, locale))
    c.var.usage.count('voice', locale, [tally('trouble')])
    return answerTwiml(c, { twiml: hasFailedAtMain ? last : again, step: step + 1 })
  }

  const routes = new Hono<WebhookEnv>()
  routes.on(WEBHOOK_METHODS, '/', arrive)
  routes.on(WEBHOOK_METHODS, '/status', end)
  routes.on(WEBHOOK_METHODS, '/fallback', (c) => apologise(c, { path: '', step: 0 }))
  routes.on(WEBHOOK_METHODS, '/screen/:locale/:step', screenPerson)
  routes.on(WEBHOOK_METHODS, '/*', goOn)
  routes.onError((error, c) => {
    deps.logError(error, routePath(c), c.var.requestId)
    return apologise(c, readStep(c.req.path))
  })
  return { routes, arrive }
}

/** Memoised with the turn (render.ts): it is a number of the line, never one of a caller. */
function withCallerId(turn: Turn, find: () => string | undefined): Turn {
  const { expects } = turn
  const callerId = expects.kind === 'dial' ? find() : undefined
  return expects.kind === 'dial' && callerId ? { ...turn, expects: { ...expects, callerId } } : turn
}
