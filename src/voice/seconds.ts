/**
 * How long a text takes to say at normal pace, from the speed of the locale's voice and its pauses.
 *
 * @example
 * secondsOf('Bones, | press 1.', spokenLanguage(line, 'en'))        // 2.1
 * secondsUntilSaid('Bones, | press 1.', spokenLanguage(line, 'en')) // 1.5: a key may be pressed as soon as the words are there
 */
import { toSpeech } from './speech.ts'
import type { SpokenLanguage } from './spoken-language.ts'

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

function countWords(text: string, locale: string): number {
  let count = 0
  for (const { isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text))
    if (isWordLike) count += 1
  return count
}
