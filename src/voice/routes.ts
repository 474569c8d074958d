/**
 * `/voice`: a call as a walk through addresses. Each answer names the address of the next step, so the server keeps no session.
 *
 * @example
 * app.route('/voice', voiceRoutes(deps))
 */
import { type Context, Hono } from 'hono'
import { routePath } from 'hono/route'
import type { UserEvent } from '../line/event.ts'
import { decodePosition, encodePosition, positionAt } from '../line/position.ts'
import { take } from '../line/take.ts'
import { type Tally, tally } from '../line/tally.ts'
import type { Turn } from '../line/turn.ts'
import { answerTwiml } from '../twilio/answer.ts'
import { countryOf, createContextReader, homeLocale } from '../twilio/channel-context.ts'
import { basePath, WEBHOOK_METHODS, type WebhookDeps, type WebhookEnv } from '../twilio/webhook-env.ts'
import { readStep } from './address.ts'
import { createVoiceApology } from './apology.ts'
import { hasEnded, lengthBand, readVoiceEvent } from './form.ts'
import { createVoiceRenderer } from './render.ts'

const ARRIVAL: UserEvent = { kind: 'arrival' }

export function voiceRoutes(deps: WebhookDeps): Hono<WebhookEnv> {
  const { line, texts, settings } = deps
  const base = basePath(settings)
  const render = createVoiceRenderer(line, texts, base)
  const apologyFor = createVoiceApology(line, texts, base)
  const readContext = createContextReader(deps)

  const answer = (c: Context<WebhookEnv>, turn: Turn, step: number, more: readonly Tally[] = []) => {
    c.var.usage.count('voice', turn.position.locale, [...more, ...turn.tallies])
    return answerTwiml(c, { twiml: render(turn), step: step + 1 })
  }

  const arrive = (c: Context<WebhookEnv>) =>
    answer(c, take(line, null, ARRIVAL, readContext('voice', c.var.form)), 0)

  const goOn = (c: Context<WebhookEnv>) => {
    const { path, step, isRestart } = readStep(c.req.path)
    const { form } = c.var
    const { position, lost } = decodePosition(line, path, homeLocale(line, form))
    const event = readVoiceEvent(form)
    const isArrival = lost || (isRestart && event.kind === 'silence')
    const turn = take(line, position, isArrival ? ARRIVAL : event, readContext('voice', form))
    return answer(c, turn, step, lost ? [tally('lost')] : [])
  }

  const end = (c: Context<WebhookEnv>) => {
    const { form } = c.var
    if (hasEnded(form)) c.var.usage.count('voice', 'und', [tally('hang-up', lengthBand(form))])
    return answerTwiml(c, { twiml: null })
  }

  /** Looks at no position and at no clock, which may be what has failed. The main menu is worth a try, unless it failed itself. */
  const apologise = (
    c: Context<WebhookEnv>,
    { path, step }: Pick<ReturnType<typeof readStep>, 'path' | 'step'>,
  ) => {
    const { form } = c.var
    const [tag = ''] = path.split('/')
    const locale = line.settings.locales.includes(tag) ? tag : homeLocale(line, form)
    const { again, last } = apologyFor(locale, countryOf(line, form))
    const hasFailedAtMain = path === '' || path === encodePosition(positionAt(line.main, locale))
    c.var.usage.count('voice', locale, [tally('trouble')])
    return answerTwiml(c, { twiml: hasFailedAtMain ? last : again, step: step + 1 })
  }

  const app = new Hono<WebhookEnv>()
  app.on(WEBHOOK_METHODS, '/', arrive)
  app.on(WEBHOOK_METHODS, '/status', end)
  app.on(WEBHOOK_METHODS, '/fallback', (c) => apologise(c, { path: '', step: 0 }))
  app.on(WEBHOOK_METHODS, '/*', goOn)
  app.onError((error, c) => {
    deps.logError(error, routePath(c), c.var.requestId)
    return apologise(c, readStep(c.req.path))
  })
  return app
}
