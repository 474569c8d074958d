/**
 * How long a text takes to say at normal pace, from the speed of the locale's voice and its pauses; what is played, from its clips.
 *
 * @example
 * secondsOf('Bones, | press 1.', spokenLanguage(line, 'en'))        // 2.1
 * secondsUntilSaid('Bones, | press 1.', spokenLanguage(line, 'en')) // 1.5: a key may be pressed as soon as the words are there
 */
import type { Line } from '../line/line.ts'
import type { Texts } from '../locale/texts.ts'
import type { Wording } from '../locale/wording.ts'
import { clipsPlayed } from './clips-played.ts'
import { speakPhone, toSpeech } from './speech.ts'
import { type SpokenLanguage, spokenLanguage } from './spoken-language.ts'

export function secondsOf(text: string, language: SpokenLanguage): number {
  const speech = toSpeech(text, language, 'normal')
  const { locale, wordsPerMinute } = language
  const words = countWords(text, locale)
  const pauses = speech.reduce((sum, { pause }) => sum + pause, 0)
  return (words / wordsPerMinute) * 60 + pauses / 1000
}

/** Without the pause that follows the last word. */
export function secondsUntilSaid(text: string, language: SpokenLanguage): number {
  const pause = toSpeech(text, language, 'normal').at(-1)?.pause ?? 0
  return secondsOf(text, language) - pause / 1000
}

/** Of a prompt, whether it is played or said; `untilSaid` is without the pause after the last word. */
export function promptSeconds(
  line: Line,
  texts: Texts,
  locale: string,
  wording: Wording,
): { readonly seconds: number; readonly untilSaid: number } {
  const clips = clipsPlayed(line, texts, locale, wording)
  if (!clips) {
    const [words, language] = [texts(locale, wording, speakPhone), spokenLanguage(line, locale)]
    return { seconds: secondsOf(words, language), untilSaid: secondsUntilSaid(words, language) }
  }
  const seconds = clips.reduce((sum, clip) => sum + clip.seconds + clip.pause / 1000, 0)
  return { seconds, untilSaid: seconds - (clips.at(-1)?.pause ?? 0) / 1000 }
}

function countWords(text: string, locale: string): number {
  let count = 0
  for (const { isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text))
    if (isWordLike) count += 1
  return count
}
