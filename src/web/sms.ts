/** `/sms`: a text in, one text out. The position of a conversation travels in a cookie that Twilio keeps for it. */
import { type Context, Hono } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import { emergency, localesOffered } from '../line/place.ts'
import { decodePosition, encodePosition, type Position } from '../line/position.ts'
import { take } from '../line/take.ts'
import { tally } from '../line/tally.ts'
import type { Turn } from '../line/turn.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import { readMessage } from '../sms/form.ts'
import { renderText, writePhone, writeText } from '../sms/render.ts'
import { stopMark } from '../usage/stop-list.ts'
import { circumstances } from './around.ts'
import type { Deps } from './deps.ts'
import { createReplyLimit } from './reply-limit.ts'
import { twiml } from './twiml.ts'
import type { WebhookEnv } from './webhook.ts'

/** Keeps the place in a text conversation. */
export const PLACE_COOKIE = 'place'
/** Twilio itself forgets the cookies of a pair of numbers after four hours (twilio.md section 1). */
const COOKIE_SECONDS = 4 * 60 * 60

export function smsRoutes(deps: Deps, texts: Texts): Hono<WebhookEnv> {
  const { line, usage, settings, now } = deps
  const mayReply = createReplyLimit(() => now().getTime())

  const readPosition = async (c: Context<WebhookEnv>, home: string): Promise<Position | null> => {
    const place = await getSignedCookie(c, settings.secret, PLACE_COOKIE)
    return place ? decodePosition(line, place, home).position : null
  }

  const writePosition = (c: Context<WebhookEnv>, position: Position) =>
    setSignedCookie(c, PLACE_COOKIE, encodePosition(position), settings.secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: COOKIE_SECONDS,
      secure: settings.publicUrl?.startsWith('https:') ?? false,
    })

  /** Whoever asks to be left alone is on the list; whoever texts anything else is off it again. */
  const keepStopList = async (number: string | undefined, { tallies }: Turn) => {
    if (!number || tallies.some(({ event }) => event === 'carrier-word')) return
    usage.setStopped(
      await stopMark(settings.secret, number),
      tallies.some(({ event }) => event === 'stop'),
    )
  }

  const apologise = (c: Context<WebhookEnv>, locale: string, country: string) => {
    c.var.count('sms', locale, [tally('trouble')])
    return twiml(
      c,
      renderText(
        texts(
          locale,
          phrase('sms.trouble', { emergency: emergency({ line, around: { country } }) }),
          writePhone,
        ),
      ),
    )
  }

  return new Hono<WebhookEnv>()
    .post('/', async (c) => {
      const form = c.var.form
      const around = circumstances(deps, 'sms', form)
      const home = localesOffered({ line, around })[0] as string
      // With Advanced Opt-Out, Twilio has answered this message already.
      if (form.OptOutType !== undefined) return twiml(c, renderText(''))
      if (!mayReply(form.From ?? '')) {
        c.var.count('sms', home, [tally('held-back')])
        return twiml(c, renderText(''))
      }
      try {
        const turn = take(line, await readPosition(c, home), { ...around, ...readMessage(form) })
        c.var.count('sms', turn.position.locale, turn.tallies)
        await keepStopList(form.From, turn)
        await writePosition(c, turn.position)
        return twiml(c, renderText(writeText(texts, turn)), turn.position.locale)
      } catch (error) {
        deps.logError(error, 'a text')
        return apologise(c, home, around.country)
      }
    })
    .post('/fallback', (c) => {
      const around = circumstances(deps, 'sms', c.var.form)
      return apologise(c, localesOffered({ line, around })[0] as string, around.country)
    })
}
