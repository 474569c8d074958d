/** `/voice` and its next steps: a call as a walk through addresses. */
import type { UserEvent } from '../line/event.ts'
import { localesOffered } from '../line/place.ts'
import { decodePosition, encodePosition, type Position, positionAt } from '../line/position.ts'
import { follow, understand } from '../line/take.ts'
import { type Tally, tally } from '../line/tally.ts'
import type { Texts } from '../locale/texts.ts'
import { createContextReader } from '../twilio/channel-context.ts'
import type { Form, Webhook } from '../twilio/webhook.ts'
import { type CallStep, type Pieces, piecesOf, readStep } from '../voice/address.ts'
import { createVoiceApology } from '../voice/apology.ts'
import { readVoiceEvent } from '../voice/form.ts'
import { renderVoice } from '../voice/render.ts'
import type { Answer } from './answer.ts'
import { basePath, type Deps } from './deps.ts'
import { createMemory } from './memory.ts'
import type { Receive, Webhooks } from './receive.ts'

/** Upper ends of the bands in which lengths of calls are counted, in seconds. */
const BANDS = [10, 30, 60, 120, 300, 600, 1800]

/** What somebody hears who does something at some place, and what that counts. */
interface Told {
  readonly twiml: Pieces
  readonly locale: string
  readonly tallies: readonly Tally[]
}

/** `path` is null for a call that arrives. */
type Step = Omit<CallStep, 'path'> & { readonly path: string | null }

export function voiceWebhooks(deps: Deps, texts: Texts, receive: Receive): Webhooks {
  const { line, usage, settings } = deps
  const base = basePath(settings)
  const circumstances = createContextReader(deps)
  const spoken = line.settings.locales
  const trouble = createVoiceApology(line, texts, base)
  const remember = createMemory<Told>(({ twiml }) => twiml.reduce((sum, piece) => sum + piece.length, 0))

  const arrive = (webhook: Webhook): Answer => answer(webhook, { path: null, step: 0, anew: false })

  const goOn = (webhook: Webhook): Answer => answer(webhook, readStep(webhook.path))

  const answer = ({ form, requestId }: Webhook, { path, step, anew }: Step): Answer => {
    const done = readVoiceEvent(form)
    const event: UserEvent = anew && done.kind === 'silence' ? { kind: 'arrival' } : done
    const { twiml, locale, tallies } = tellSafely(path, event, form, requestId)
    usage.count('voice', locale, tallies)
    return { twiml, nextStep: step + 1 }
  }

  const tellSafely = (path: string | null, event: UserEvent, form: Form, requestId: string): Told => {
    const context = circumstances('voice', form)
    const home = localesOffered({ line, context })[0] as string
    const standing = () =>
      path === null ? { position: null, lost: false } : decodePosition(line, path, home)
    try {
      const read = () => {
        const { position, lost } = standing()
        return understand(line, position, context, lost || !position ? { kind: 'arrival' } : event)
      }
      return remember(path, context, event, read, (reading) => {
        const { position, lost } = standing()
        const turn = follow(line, position, context, reading)
        return {
          twiml: piecesOf(renderVoice(line, texts, base, turn)),
          locale: turn.position.locale,
          tallies: [...(lost ? [tally('lost')] : []), ...turn.tallies],
        }
      })
    } catch (error) {
      deps.logError(error, 'a voice step', requestId)
      return apologise(standing().position, home, context.country)
    }
  }

  /** The main menu is worth a try, unless it was there that we failed. */
  const apologise = (position: Position | null, home: string, country: string): Told => {
    const locale = position?.locale ?? home
    const { again, last } = trouble(locale, country)
    const failedAtMain =
      position === null || encodePosition(position) === encodePosition(positionAt(line.main, locale))
    return { twiml: piecesOf(failedAtMain ? last : again), locale, tallies: [tally('trouble')] }
  }

  const end = ({ form }: Webhook): Answer => {
    if (isEnd(form)) usage.count('voice', 'und', [tally('hang-up', band(Number(form('CallDuration'))))])
    return { twiml: null }
  }

  const fallBack = ({ form }: Webhook): Answer => {
    const context = circumstances('voice', form)
    const home = localesOffered({ line, context })[0] as string
    const { twiml, locale, tallies } = apologise(null, home, context.country)
    usage.count('voice', locale, tallies)
    return { twiml }
  }

  /** By the address alone: nothing else can be relied on now. */
  const giveUp = ({ form, path }: Webhook): Answer => {
    const locale = path.split('/').find((name) => spoken.includes(name)) ?? (spoken[0] as string)
    usage.count('voice', locale, [tally('trouble')])
    return { twiml: piecesOf(trouble(locale, form('FromCountry') ?? '').last) }
  }

  return {
    '/voice': receive('/voice', arrive, giveUp),
    '/voice/status': receive('/voice/status', end, giveUp),
    '/voice/fallback': receive('/voice/fallback', fallBack, giveUp),
    '/voice/*': receive('/voice/*', goOn, giveUp),
  }
}

function isEnd(form: Form): boolean {
  const status = form('CallStatus')
  return status === undefined || ['completed', 'busy', 'failed', 'no-answer', 'canceled'].includes(status)
}

/** @example band(45) // '30-60' */
function band(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return 'unknown'
  const upper = BANDS.findIndex((limit) => seconds < limit)
  return upper < 0 ? `${BANDS.at(-1)}-` : `${BANDS[upper - 1] ?? 0}-${BANDS[upper]}`
}
