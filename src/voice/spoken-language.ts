/**
 * What the speech of a language depends on: where its sentences end, and how fast its voice is.
 *
 * @example
 * toSpeech('See Dr. Lee.', spokenLanguage(line, 'en'), 'normal')
 */
import type { Line } from '../line/line.ts'
import type { LocaleSettings } from '../locale/locale-settings.ts'

export interface SpokenLanguage {
  readonly locale: string
  /** Words with a full stop that ends no sentence. */
  readonly abbreviations: readonly string[]
  readonly wordsPerMinute: number
}

/** Words a minute of a person who reads aloud: for a language that has no voice yet. */
const USUAL_PACE = 150

export function spokenLanguage({ locales }: Pick<Line, 'locales'>, locale: string): SpokenLanguage {
  return spokenBy(locale, locales[locale]?.settings)
}

/** Also of a language that the line lacks. */
export function spokenBy(
  locale: string,
  settings: Pick<LocaleSettings, 'voice' | 'abbreviations'> | undefined,
): SpokenLanguage {
  const { voice, abbreviations = [] } = settings ?? {}
  return { locale, abbreviations, wordsPerMinute: voice?.wordsPerMinute ?? USUAL_PACE }
}
