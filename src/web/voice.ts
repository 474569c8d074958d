/** `/voice` and its next steps: a call as a walk through addresses. */
import { type Context, Hono } from 'hono'
import { localesOffered } from '../line/place.ts'
import { decodePosition, encodePosition, type Position, positionAt } from '../line/position.ts'
import { take } from '../line/take.ts'
import { tally } from '../line/tally.ts'
import type { Texts } from '../locale/texts.ts'
import { atStep } from '../voice/address.ts'
import { type Form, readDeed } from '../voice/form.ts'
import { createVoiceRenderer } from '../voice/render.ts'
import { createVoiceTrouble } from '../voice/trouble.ts'
import { circumstances } from './around.ts'
import { basePath, type Deps } from './deps.ts'
import { twiml } from './twiml.ts'
import type { WebhookEnv } from './webhook.ts'

/** Upper ends of the bands in which lengths of calls are counted, in seconds. */
const BANDS = [10, 30, 60, 120, 300, 600, 1800]

export function voiceRoutes(deps: Deps, texts: Texts): Hono<WebhookEnv> {
  const { line, settings } = deps
  const base = basePath(settings)
  const render = createVoiceRenderer(line, texts, base)
  const trouble = createVoiceTrouble(line, texts, base)

  /** `path` is null for a call that arrives. */
  const answer = (c: Context<WebhookEnv>, path: string | null, step = 0) => {
    const form = c.var.form
    const around = circumstances(deps, 'voice', form)
    const home = localesOffered({ line, around })[0] as string
    const { position, lost } =
      path === null ? { position: null, lost: false } : decodePosition(line, path, home)
    try {
      const deed = path === null || lost ? ({ kind: 'arrival' } as const) : readDeed(form)
      const turn = take(line, position, { ...around, ...deed })
      c.var.count('voice', turn.position.locale, [...(lost ? [tally('lost')] : []), ...turn.tallies])
      return twiml(c, atStep(render(turn), step + 1))
    } catch (error) {
      deps.logError(error, 'a voice step', c.var.requestId)
      return twiml(c, atStep(apologise(c, position, home, around.country), step + 1))
    }
  }

  /** The main menu is worth a try, unless it was there that we failed. */
  const apologise = (c: Context<WebhookEnv>, position: Position | null, home: string, country: string) => {
    const locale = position?.locale ?? home
    c.var.count('voice', locale, [tally('trouble')])
    const { again, last } = trouble(locale, country)
    const failedAtMain =
      position === null || encodePosition(position) === encodePosition(positionAt(line.main, locale))
    return failedAtMain ? last : again
  }

  return new Hono<WebhookEnv>()
    .post('/', (c) => answer(c, null))
    .post('/status', (c) => {
      const form = c.var.form
      if (isEnd(form)) c.var.count('voice', 'und', [tally('hang-up', band(Number(form.CallDuration)))])
      return c.body(null, 204)
    })
    .post('/fallback', (c) => {
      const around = circumstances(deps, 'voice', c.var.form)
      return twiml(c, apologise(c, null, localesOffered({ line, around })[0] as string, around.country))
    })
    .post('/:step{[0-9]+}/:path{.+}', (c) => answer(c, c.req.param('path'), Number(c.req.param('step'))))
    .post('/:path{.+}', (c) => answer(c, c.req.param('path')))
}

function isEnd({ CallStatus: status }: Form): boolean {
  return status === undefined || ['completed', 'busy', 'failed', 'no-answer', 'canceled'].includes(status)
}

/** @example band(45) // '30-60' */
function band(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return 'unknown'
  const upper = BANDS.findIndex((limit) => seconds < limit)
  return upper < 0 ? `${BANDS.at(-1)}-` : `${BANDS[upper - 1] ?? 0}-${BANDS[upper]}`
}
