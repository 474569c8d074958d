/**
 * Whether a reply goes out: not to somebody who has asked for no more texts, unless they ask for something; nor where the number has had
 * enough of them; but always to a person in danger. Keeps the stop list.
 *
 * @example
 * const send = createSender(deps, allowanceFor)
 * return send(c, { locale: 'en', country: 'US', text: 'Bones …', tallies: [tally('open', 'bone')] })
 */
import type { Context } from 'hono'
import { emergency } from '../line/place.ts'
import { type Tally, type TallyEvent, tally } from '../line/tally.ts'
import { phrase } from '../locale/phrases.ts'
import { phoneIn } from '../twilio/address.ts'
import { answerTwiml } from '../twilio/answer.ts'
import { basePath, type Form, type WebhookDeps, type WebhookEnv } from '../twilio/webhook-env.ts'
import { stopMark } from '../usage/stop-list.ts'
import { renderText, writePhone } from './render.ts'
import type { Allowance, ReplyLimiter } from './reply-limit.ts'

export interface Reply {
  readonly locale: string
  readonly country: string
  /** Empty where the line stays silent. */
  readonly text: string
  readonly tallies: readonly Tally[]
  /** A `Set-Cookie` header that keeps the new position; none where it stays. */
  readonly cookie?: string
}

export const SILENCE = renderText('')
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

/** Sends the reply, or holds it back where the number has had enough of them; the last one says so. */
export function createSender(deps: WebhookDeps, allowanceFor: ReplyLimiter) {
  const { line, settings } = deps
  const statusCallback = `${basePath(settings)}/sms/status`
  return (c: Context<WebhookEnv>, { locale, country, text, tallies, cookie }: Reply) => {
    const { usage } = c.var
    const mark = stopMarkOf(deps, c.var.form)
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
    const pause = pauseMs === undefined ? [] : [pauseFor(deps, pauseMs, locale, country)]
    if (!reply && pauseMs === undefined) return answerTwiml(c, { twiml: SILENCE })
    const twiml = renderText([...(reply ? [text] : []), ...pause].join('\n'), statusCallback)
    return answerTwiml(c, { twiml, language: locale, ...(reply && cookie ? { cookie } : {}) })
  }
}

/** The mark on the stop list of who sends: one phone is one number, whether it texts or writes on WhatsApp. */
export function stopMarkOf({ line, settings }: WebhookDeps, form: Form): string {
  const address = form('From') ?? ''
  return stopMark(settings.secret, phoneIn(address, line.settings.country) ?? address)
}

function pauseFor({ line, texts }: WebhookDeps, ms: number, locale: string, country: string): string {
  const number = emergency({ line, context: { country } })
  const wording =
    ms <= SHORT_PAUSE_MS
      ? phrase('sms.pause', { emergency: number })
      : phrase('sms.pauseHours', { hours: Math.max(2, Math.ceil(ms / HOUR_MS)), emergency: number })
  return texts(locale, wording, writePhone)
}
