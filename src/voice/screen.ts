/**
 * What a person of the line hears when they answer a call that the line connects, before the caller is there: who calls, and
 * the key that takes the call. A voicemail presses none, so it never gets the caller. Helplines are not asked: many answer by a menu.
 *
 * @example
 * const screen = createScreen(line, texts, '')
 * screen('en').ask // '<Response><Gather …>This is Plainline. … To take the call, press 1.</Gather>…<Hangup/></Response>'
 */
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import type { Line } from '../line/line.ts'
import { mainPlace } from '../line/prepare.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import type { Wording } from '../locale/wording.ts'
import { screenAddress } from './address.ts'
import { type SpeakingVerb, speak } from './speak.ts'

/** Takes the call. */
const KEY = '1'
/** Of silence, each time that the question is asked. */
const SECONDS = 8
const TIMES = 2

/** By the language of the caller, rendered at start so that it cannot fail. A document that ends without `<Hangup>` connects the two. */
export function createScreen(line: Line, texts: Texts, base: string) {
  const documents = new Map(
    Object.keys(line.locales).map((locale) => [locale, renderScreen(line, texts, base, locale)]),
  )
  const [first = ''] = line.settings.locales
  return (locale: string) =>
    documents.get(locale) ?? (documents.get(first) as ReturnType<typeof renderScreen>)
}

/** Whether the person takes the call: any other key is none. */
export function isTaken(digits: string | undefined): boolean {
  return digits === KEY
}

function renderScreen(line: Line, texts: Texts, base: string, locale: string) {
  const { position } = mainPlace(line, 'voice', locale, line.settings.country)
  const say = (speaker: SpeakingVerb, wording: Wording) =>
    speak(speaker, { line, texts }, position, [wording])
  const ask = new VoiceResponse()
  for (let times = 0; times < TIMES; times += 1) {
    const action = screenAddress(base, locale, 'answer')
    const gather = ask.gather({
      input: ['dtmf'],
      numDigits: 1,
      finishOnKey: '',
      timeout: SECONDS,
      action,
      method: 'POST',
    })
    say(gather, phrase('handoff.screen', { name: line.settings.name, key: KEY }))
  }
  ask.hangup()
  const taken = new VoiceResponse()
  say(taken, phrase('handoff.accepted'))
  const refused = new VoiceResponse()
  refused.hangup()
  return { ask: ask.toString(), taken: taken.toString(), refused: refused.toString() }
}
