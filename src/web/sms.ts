/** `/sms`: a text in, one text out. The position of a conversation travels in a cookie that Twilio keeps for it. */
import { type Context, Hono } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { Circumstances } from '../line/input.ts'
import { emergency, localesOffered } from '../line/place.ts'
import { decodePosition, encodePosition, type Position } from '../line/position.ts'
import { take } from '../line/take.ts'
import { type Tally, tally } from '../line/tally.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import { readMessage } from '../sms/form.ts'
import { renderText, writePhone, writeText } from '../sms/render.ts'
import { createSmsTrouble } from '../sms/trouble.ts'
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

interface Answer {
  readonly locale: string
  /** Empty where no reply is sent. */
  readonly words: string
  readonly tallies: readonly Tally[]
  /** Where the conversation now is; null where it stays. */
  readonly position: Position | null
}

export function smsRoutes(deps: Deps, texts: Texts): Hono<WebhookEnv> {
  const { line, usage, settings, now } = deps
  const trouble = createSmsTrouble(line, texts)
  const repliesLeft = createReplyLimit(() => now().getTime())
  // A number that is held back may cry for help, so alarms are counted for themselves.
  const alarmsLeft = createReplyLimit(() => now().getTime())

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
  const keepStopList = (mark: string, { tallies }: Answer) => {
    if (tallies.some(({ event }) => event === 'carrier-word' || event === 'trouble')) return
    usage.setStopped(
      mark,
      tallies.some(({ event }) => event === 'stop'),
    )
  }

  const apology = (locale: string, country: string): Answer => ({
    locale,
    words: trouble(locale, country),
    tallies: [tally('trouble')],
    position: null,
  })

  const answerTo = async (c: Context<WebhookEnv>, around: Circumstances, home: string): Promise<Answer> => {
    try {
      const turn = take(line, await readPosition(c, home), { ...around, ...readMessage(c.var.form) })
      const { position, tallies } = turn
      return { locale: position.locale, words: writeText(texts, turn), tallies, position }
    } catch (error) {
      deps.logError(error, 'a text', c.var.requestId)
      return apology(home, around.country)
    }
  }

  /** Sends the answer, or holds it back where the number has had enough of them; the last one says so. */
  const send = async (c: Context<WebhookEnv>, country: string, answer: Answer) => {
    const { From: number } = c.var.form
    const mark = await stopMark(settings.secret, number ?? '')
    if (number) keepStopList(mark, answer)
    const alarmed = answer.tallies.some(({ event }) => event === 'crisis' || event === 'emergency')
    const left = (alarmed ? alarmsLeft : repliesLeft)(mark)
    if (left === 0) {
      c.var.count('sms', answer.locale, [tally('held-back')])
      return twiml(c, renderText(''))
    }
    c.var.count('sms', answer.locale, answer.tallies)
    if (answer.position) await writePosition(c, answer.position)
    const pauses = left === 1 && !alarmed && answer.words !== ''
    return twiml(
      c,
      renderText(pauses ? `${answer.words}\n${pause(answer.locale, country)}` : answer.words),
      answer.locale,
    )
  }

  const pause = (locale: string, country: string) =>
    texts(locale, phrase('sms.pause', { emergency: emergency({ line, around: { country } }) }), writePhone)

  return new Hono<WebhookEnv>()
    .post('/', async (c) => {
      const around = circumstances(deps, 'sms', c.var.form)
      // With Advanced Opt-Out, Twilio has answered this message already.
      if (c.var.form.OptOutType !== undefined) return twiml(c, renderText(''))
      const home = localesOffered({ line, around })[0] as string
      return send(c, around.country, await answerTo(c, around, home))
    })
    .post('/fallback', (c) => {
      const around = circumstances(deps, 'sms', c.var.form)
      const home = localesOffered({ line, around })[0] as string
      return send(c, around.country, apology(home, around.country))
    })
}
