/** `/sms`: a text in, one text out. The position of a conversation travels in a cookie that Twilio keeps for it. */
import { type Context, Hono } from 'hono'
import type { Circumstances } from '../line/input.ts'
import { emergency, localesOffered } from '../line/place.ts'
import { decodePosition, encodePosition, type Position } from '../line/position.ts'
import { take } from '../line/take.ts'
import { type Tally, type TallyEvent, tally } from '../line/tally.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import { readMessage } from '../sms/form.ts'
import { renderText, writePhone, writeText } from '../sms/render.ts'
import { createSmsTrouble } from '../sms/trouble.ts'
import { stopMark } from '../usage/stop-list.ts'
import { type Answer, respond } from './answer.ts'
import { createCircumstances } from './around.ts'
import type { Deps } from './deps.ts'
import { createMemory } from './memory.ts'
import type { Once } from './once.ts'
import { createPlaceCookie } from './place-cookie.ts'
import { createReplyLimit } from './reply-limit.ts'
import type { WebhookEnv } from './webhook.ts'

/** An answer in words. */
interface Written {
  readonly locale: string
  /** Empty where no reply is sent. */
  readonly words: string
  /** The same as it is sent. */
  readonly twiml: string
  readonly tallies: readonly Tally[]
  /** Where the conversation now is; null where it stays. */
  readonly position: Position | null
}

/** Whoever may be in danger is answered, whatever number of texts they have sent. */
const ALARMS: readonly TallyEvent[] = ['crisis', 'crisis-offered', 'emergency']

export function smsRoutes(deps: Deps, texts: Texts, once: Once): Hono<WebhookEnv> {
  const { line, usage, settings, now } = deps
  const circumstances = createCircumstances(deps)
  const cookie = createPlaceCookie(settings)
  const remember = createMemory<Written>(line, ({ words, twiml }) => words.length + twiml.length)
  const language = line.settings.locales[0] as string
  const trouble = createSmsTrouble(line, texts)
  const repliesLeft = createReplyLimit(() => now().getTime())
  // A number that is held back may cry for help, so alarms are counted for themselves.
  const alarmsLeft = createReplyLimit(() => now().getTime())

  /** Whoever asks to be left alone is on the list; whoever texts anything else is off it again. */
  const keepStopList = (mark: string, { tallies }: Written) => {
    if (tallies.some(({ event }) => event === 'carrier-word' || event === 'trouble')) return
    usage.setStopped(
      mark,
      tallies.some(({ event }) => event === 'stop'),
    )
  }

  const apology = (locale: string, country: string): Written => {
    const words = trouble(locale, country)
    return { locale, words, twiml: renderText(words), tallies: [tally('trouble')], position: null }
  }

  const write = (c: Context<WebhookEnv>, around: Circumstances, home: string): Written => {
    try {
      const place = cookie.read(c.req.header('cookie')) ?? null
      const input = { ...around, ...readMessage(c.var.form) }
      return remember(place, input, () => {
        const turn = take(line, place === null ? null : decodePosition(line, place, home).position, input)
        const words = writeText(texts, turn)
        const { position, tallies } = turn
        return { locale: position.locale, words, twiml: renderText(words), tallies, position }
      })
    } catch (error) {
      deps.logError(error, 'a text', c.var.requestId)
      return apology(home, around.country)
    }
  }

  /** Sends the answer, or holds it back where the number has had enough of them; the last one says so. */
  const send = (number: string | undefined, country: string, written: Written): Answer => {
    const { locale, words, twiml, tallies, position } = written
    const mark = stopMark(settings.secret, number ?? '')
    if (number) keepStopList(mark, written)
    const alarmed = tallies.some(({ event }) => ALARMS.includes(event))
    const left = (alarmed ? alarmsLeft : repliesLeft)(mark)
    if (left === 0) {
      usage.count('sms', locale, [tally('held-back')])
      return { twiml: renderText('') }
    }
    usage.count('sms', locale, tallies)
    const pauses = left === 1 && !alarmed && words !== ''
    return {
      twiml: pauses ? renderText(`${words}\n${pause(locale, country)}`) : twiml,
      language: locale,
      ...(position ? { cookie: cookie.write(encodePosition(position)) } : {}),
    }
  }

  const pause = (locale: string, country: string) =>
    texts(locale, phrase('sms.pause', { emergency: emergency({ line, around: { country } }) }), writePhone)

  return new Hono<WebhookEnv>()
    .onError((error, c) => {
      deps.logError(error, 'a text', c.var.requestId)
      const { twiml, tallies } = apology(language, c.var.form.FromCountry ?? '')
      usage.count('sms', language, tallies)
      return respond(c, { twiml, language })
    })
    .post(
      '/',
      once((c) => {
        const { form } = c.var
        // With Advanced Opt-Out, Twilio has answered this message already.
        if (form.OptOutType !== undefined) return { twiml: renderText('') }
        const around = circumstances('sms', form)
        const home = localesOffered({ line, around })[0] as string
        return send(form.From, around.country, write(c, around, home))
      }),
    )
    .post(
      '/fallback',
      once((c) => {
        const { form } = c.var
        const around = circumstances('sms', form)
        const home = localesOffered({ line, around })[0] as string
        return send(form.From, around.country, apology(home, around.country))
      }),
    )
}
