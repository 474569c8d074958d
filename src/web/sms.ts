/** `/sms`: a text in, one text out. The position of a conversation travels in a cookie that Twilio keeps for it. */
import type { ChannelContext } from '../line/event.ts'
import { emergency, localesOffered } from '../line/place.ts'
import { decodePosition, encodePosition } from '../line/position.ts'
import { follow, understand } from '../line/take.ts'
import { type Tally, type TallyEvent, tally } from '../line/tally.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import { createSmsApology } from '../sms/apology.ts'
import { readSmsEvent } from '../sms/form.ts'
import { renderText, writePhone, writeText } from '../sms/render.ts'
import { createReplyLimit } from '../sms/reply-limit.ts'
import { createContextReader } from '../twilio/channel-context.ts'
import { createPlaceCookie } from '../twilio/place-cookie.ts'
import type { Webhook } from '../twilio/webhook.ts'
import { stopMark } from '../usage/stop-list.ts'
import { type Pieces, piecesOf } from '../voice/address.ts'
import type { Answer } from './answer.ts'
import type { Deps } from './deps.ts'
import { createMemory } from './memory.ts'
import type { Receive, Webhooks } from './receive.ts'

/** An answer in words. */
interface Written {
  readonly locale: string
  /** Empty where no reply is sent. */
  readonly words: string
  /** The same as it is sent. */
  readonly twiml: Pieces
  readonly tallies: readonly Tally[]
  /** Keeps where the conversation now is; none where it stays. */
  readonly cookie: string | undefined
}

/** Whoever may be in danger is answered, whatever number of texts they have sent. */
const ALARMS: readonly TallyEvent[] = ['crisis', 'crisis-offered', 'emergency']

const reply = (words: string) => piecesOf(renderText(words))
const SILENCE = reply('')

export function smsWebhooks(deps: Deps, texts: Texts, receive: Receive): Webhooks {
  const { line, usage, settings, now } = deps
  const circumstances = createContextReader(deps)
  const cookie = createPlaceCookie(settings)
  const remember = createMemory<Written>(({ words }) => 3 * words.length)
  const language = line.settings.locales[0] as string
  const trouble = createSmsApology(line, texts)
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
    return { locale, words, twiml: reply(words), tallies: [tally('trouble')], cookie: undefined }
  }

  const write = (
    { form, cookie: cookies, requestId }: Webhook,
    context: ChannelContext,
    home: string,
  ): Written => {
    try {
      const place = cookie.read(cookies()) ?? null
      const event = readSmsEvent(form)
      const standing = () => (place === null ? null : decodePosition(line, place, home).position)
      const read = () => understand(line, standing(), context, event)
      return remember(place, context, event, read, (reading) => {
        const turn = follow(line, standing(), context, reading)
        const words = writeText(texts, turn)
        const { position, tallies } = turn
        const kept = cookie.write(encodePosition(position))
        return { locale: position.locale, words, twiml: reply(words), tallies, cookie: kept }
      })
    } catch (error) {
      deps.logError(error, 'a text', requestId)
      return apology(home, context.country)
    }
  }

  /** Sends the answer, or holds it back where the number has had enough of them; the last one says so. */
  const send = (number: string | undefined, country: string, written: Written): Answer => {
    const { locale, words, twiml, tallies, cookie } = written
    const mark = stopMark(settings.secret, number ?? '')
    if (number) keepStopList(mark, written)
    const alarmed = tallies.some(({ event }) => ALARMS.includes(event))
    const left = (alarmed ? alarmsLeft : repliesLeft)(mark)
    if (left === 0) {
      usage.count('sms', locale, [tally('held-back')])
      return { twiml: SILENCE }
    }
    usage.count('sms', locale, tallies)
    const pauses = left === 1 && !alarmed && words !== ''
    return {
      twiml: pauses ? reply(`${words}\n${pause(locale, country)}`) : twiml,
      language: locale,
      cookie,
    }
  }

  const pause = (locale: string, country: string) =>
    texts(locale, phrase('sms.pause', { emergency: emergency({ line, context: { country } }) }), writePhone)

  const answer = (webhook: Webhook): Answer => {
    const { form } = webhook
    // With Advanced Opt-Out, Twilio has answered this message already.
    if (form('OptOutType') !== undefined) return { twiml: SILENCE }
    const context = circumstances('sms', form)
    const home = localesOffered({ line, context })[0] as string
    return send(form('From'), context.country, write(webhook, context, home))
  }

  const fallBack = ({ form }: Webhook): Answer => {
    const context = circumstances('sms', form)
    const home = localesOffered({ line, context })[0] as string
    return send(form('From'), context.country, apology(home, context.country))
  }

  const giveUp = ({ form }: Webhook): Answer => {
    const { twiml, tallies } = apology(language, form('FromCountry') ?? '')
    usage.count('sms', language, tallies)
    return { twiml, language }
  }

  return {
    '/sms': receive('/sms', answer, giveUp),
    '/sms/fallback': receive('/sms/fallback', fallBack, giveUp),
  }
}
