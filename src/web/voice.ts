/** `/voice` and its next steps: a call as a walk through addresses. */
import { Hono } from 'hono'
import type { Input } from '../line/input.ts'
import { localesOffered } from '../line/place.ts'
import { decodePosition, encodePosition, type Position, positionAt } from '../line/position.ts'
import { take } from '../line/take.ts'
import { type Tally, tally } from '../line/tally.ts'
import type { Texts } from '../locale/texts.ts'
import { type Form, readDeed } from '../voice/form.ts'
import { renderVoice } from '../voice/render.ts'
import { createVoiceTrouble } from '../voice/trouble.ts'
import { type Answer, respond } from './answer.ts'
import { createCircumstances } from './around.ts'
import { basePath, type Deps } from './deps.ts'
import { createMemory } from './memory.ts'
import type { Once } from './once.ts'
import type { WebhookEnv } from './webhook.ts'

/** Upper ends of the bands in which lengths of calls are counted, in seconds. */
const BANDS = [10, 30, 60, 120, 300, 600, 1800]

/** What somebody hears who does something at some place, and what that counts. */
interface Told {
  readonly twiml: string
  readonly locale: string
  readonly tallies: readonly Tally[]
}

export function voiceRoutes(deps: Deps, texts: Texts, once: Once): Hono<WebhookEnv> {
  const { line, usage, settings } = deps
  const base = basePath(settings)
  const circumstances = createCircumstances(deps)
  const spoken = line.settings.locales
  const trouble = createVoiceTrouble(line, texts, base)
  const remember = createMemory<Told>(line, ({ twiml }) => twiml.length)

  /** `path` is null for a call that arrives. */
  const answer = ({ form, requestId }: WebhookEnv['Variables'], path: string | null, step = 0): Answer => {
    const around = circumstances('voice', form)
    const home = localesOffered({ line, around })[0] as string
    const input = { ...around, ...readDeed(form) }
    const { twiml, locale, tallies } = tellSafely(path, home, input, requestId)
    usage.count('voice', locale, tallies)
    return { twiml, nextStep: step + 1 }
  }

  const tellSafely = (path: string | null, home: string, input: Input, requestId: string): Told => {
    const standing = () =>
      path === null ? { position: null, lost: false } : decodePosition(line, path, home)
    try {
      return remember(path, input, () => {
        const { position, lost } = standing()
        const turn = take(line, position, lost || !position ? { ...input, kind: 'arrival' } : input)
        return {
          twiml: renderVoice(line, texts, base, turn),
          locale: turn.position.locale,
          tallies: [...(lost ? [tally('lost')] : []), ...turn.tallies],
        }
      })
    } catch (error) {
      deps.logError(error, 'a voice step', requestId)
      return apologise(standing().position, home, input.country)
    }
  }

  /** The main menu is worth a try, unless it was there that we failed. */
  const apologise = (position: Position | null, home: string, country: string): Told => {
    const locale = position?.locale ?? home
    const { again, last } = trouble(locale, country)
    const failedAtMain =
      position === null || encodePosition(position) === encodePosition(positionAt(line.main, locale))
    return { twiml: failedAtMain ? last : again, locale, tallies: [tally('trouble')] }
  }

  return new Hono<WebhookEnv>()
    .onError((error, c) => {
      deps.logError(error, 'a call', c.var.requestId)
      // By the address alone: nothing else can be relied on now.
      const locale = c.req.path.split('/').find((name) => spoken.includes(name)) ?? (spoken[0] as string)
      usage.count('voice', locale, [tally('trouble')])
      return respond(c, { twiml: trouble(locale, c.var.form.FromCountry ?? '').last })
    })
    .post(
      '/',
      once((c) => answer(c.var, null)),
    )
    .post(
      '/status',
      once((c) => {
        const { form } = c.var
        if (isEnd(form)) usage.count('voice', 'und', [tally('hang-up', band(Number(form.CallDuration)))])
        return { twiml: null }
      }),
    )
    .post(
      '/fallback',
      once((c) => {
        const around = circumstances('voice', c.var.form)
        const { twiml, locale, tallies } = apologise(
          null,
          localesOffered({ line, around })[0] as string,
          around.country,
        )
        usage.count('voice', locale, tallies)
        return { twiml }
      }),
    )
    .post(
      '/:step{[0-9]+}/:path{.+}',
      once((c) => answer(c.var, c.req.param('path') ?? null, Number(c.req.param('step')))),
    )
    .post(
      '/:path{.+}',
      once((c) => answer(c.var, c.req.param('path') ?? null)),
    )
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
