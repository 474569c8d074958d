/**
 * Prompts as `<Play>` where all their words are recorded, else as `<Say>`. A language without a voice is read by nobody: of a prompt
 * that it has no clips of, the words of the source language are said.
 *
 * @example
 * speak(response, { line, texts }, position, [phrase('voice.next')])
 * // <Say voice="Polly.Joanna-Neural" language="en-US">To go on, <break time="300ms"/> press pound. <break time="600ms"/> </Say>
 */
import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import { sourceLocale } from '../flow/settings.ts'
import type { Line } from '../line/line.ts'
import type { Position } from '../line/position.ts'
import type { Prompt } from '../line/turn.ts'
import type { Texts } from '../locale/texts.ts'
import { clipAddresses, clipsPlayed } from './clips-played.ts'
import { SLOW_RATE, type Speech, speakPhone, toSpeech } from './speech.ts'
import { spokenLanguage } from './spoken-language.ts'

type SayAttributes = VoiceResponse.SayAttributes
type Manner = Pick<Position, 'locale' | 'pace' | 'deeper'>
export type SpeakingVerb = Pick<VoiceResponse.Gather, 'say' | 'play'>

/** In which words, and in which voices and clips. */
interface Told {
  readonly line: Line
  readonly texts: Texts
}

type Utterance =
  | { readonly kind: 'play'; readonly urls: readonly string[] }
  | {
      readonly kind: 'say'
      readonly locale: string
      readonly speech: readonly Speech[]
      readonly length: number
    }

/** Twilio refuses a `<Say>` whose words are over 4,500 characters once URL-encoded (error 13521). */
const LONGEST_SAY = 3000

export function speak(speaker: SpeakingVerb, told: Told, manner: Manner, prompts: readonly Prompt[]): void {
  for (const utterance of utterances(told, manner, prompts)) {
    if (utterance.kind === 'play') for (const url of utterance.urls) speaker.play(url)
    else sayIn(speaker, told.line, { ...manner, locale: utterance.locale }, utterance.speech)
  }
}

/** Prompts in one language become one `<Say>`, as long as it stays within Twilio's limit. */
function utterances(told: Told, manner: Manner, prompts: readonly Prompt[]): readonly Utterance[] {
  const result: Utterance[] = []
  for (const prompt of prompts) {
    const next = utter(told, prompt, prompt.locale ?? manner.locale, manner)
    const last = result.at(-1)
    const isOne =
      last?.kind === 'say' &&
      next.kind === 'say' &&
      last.locale === next.locale &&
      last.length + next.length <= LONGEST_SAY
    if (isOne)
      result[result.length - 1] = {
        ...last,
        speech: [...last.speech, ...next.speech],
        length: last.length + next.length,
      }
    else result.push(next)
  }
  return result
}

function utter({ line, texts }: Told, prompt: Prompt, asked: string, { pace }: Manner): Utterance {
  const clips = clipsPlayed(line, texts, asked, prompt, pace)
  const { settings, played } = line.locales[asked] ?? {}
  if (clips && played) return { kind: 'play', urls: clipAddresses(played, clips) }
  const locale = settings?.voice ? asked : sourceLocale(line.settings)
  const words = texts(locale, prompt, speakPhone)
  const speech = toSpeech(words, spokenLanguage(line, locale), pace)
  return { kind: 'say', locale, speech, length: encodeURIComponent(words).length }
}

/** Adds a `<Say>` in the voice of a language. */
function sayIn(
  speaker: SpeakingVerb,
  line: Line,
  { locale, pace, deeper }: Manner,
  speech: readonly Speech[],
): void {
  const { voice } = line.locales[locale]?.settings ?? {}
  const name = (deeper && voice?.deeper) || voice?.name
  const attributes = voice ? { voice: name, language: voice.language } : {}
  // The locale files name the language, and Twilio's types lag behind the languages it has (twilio.md section 4).
  const say = speaker.say(attributes as SayAttributes, '')
  for (const { words, pause } of speech) {
    if (pace === 'slow') say.prosody({ rate: SLOW_RATE }, words)
    else say.addText(words)
    // A blank on both sides: an engine that reads the text alone would join "1" and "5 5 5" to 15 55.
    say.addText(' ')
    say.break({ time: `${pause}ms` })
    say.addText(' ')
  }
}
