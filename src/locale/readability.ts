/**
 * Readability: how hard a text is to read, by a published formula that `locale.json` names.
 *
 * | formula          |                                                  | sources                                     |
 * | ---------------- | ------------------------------------------------ | ------------------------------------------- |
 * | `flesch-kincaid` | 0.39 ASL + 11.8 ASW − 15.59: a school grade      | Kincaid et al. 1975                         |
 * | `inflesz`        | 206.835 − 62.3 ASW − ASL: 0 (hard) to 100 (easy) | Szigriszt Pazos 1993; Barrio-Cantalejo 2008 |
 *
 * ASL is words per sentence, ASW syllables per word. A formula needs about 100 words: measure a whole topic, not one
 * part (docs/design/standards.md 2.2).
 *
 * @example
 * readability('flesch-kincaid', 'en', 'The bones hurt. Tell your care team.') // -2.4
 */
import { syllable } from 'syllable'
import { vowelGroupSyllables } from './vowel-group-syllables.ts'

export const formulas = ['flesch-kincaid', 'inflesz'] as const
export type Formula = (typeof formulas)[number]

interface TextCounts {
  readonly words: number
  readonly sentences: number
  readonly syllables: number
}

interface Method {
  readonly syllables: (word: string) => number
  readonly score: (counts: TextCounts) => number
  /** True for a school grade: a lower score is easier to read. */
  readonly lowerIsEasier: boolean
}

const methods: Readonly<Record<Formula, Method>> = {
  'flesch-kincaid': { syllables: syllable, score: fleschKincaid, lowerIsEasier: true },
  inflesz: { syllables: vowelGroupSyllables, score: inflesz, lowerIsEasier: false },
}

export function fleschKincaid({ words, sentences, syllables }: TextCounts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

export function inflesz({ words, sentences, syllables }: TextCounts): number {
  return 206.835 - 62.3 * (syllables / words) - words / sentences
}

/** The score of a text, to one decimal place. An empty text scores as one word of one syllable. */
export function readability(formula: Formula, locale: string, text: string): number {
  const { syllables, score } = methods[formula]
  const words = wordsIn(text, locale)
  const counts = {
    words: Math.max(1, words.length),
    sentences: Math.max(1, sentencesIn(text, locale)),
    syllables: Math.max(
      1,
      words.reduce((sum, word) => sum + syllables(word), 0),
    ),
  }
  return Math.round(score(counts) * 10) / 10
}

/** Whether a score is harder to read than a limit. */
export function isHarder(formula: Formula, score: number, limit: number): boolean {
  return methods[formula].lowerIsEasier ? score > limit : score < limit
}

/** Without numbers: a telephone number would count as one long word without syllables (docs/design/standards.md 2.2). */
function wordsIn(text: string, locale: string): readonly string[] {
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike, segment }) => isWordLike && !/\d/.test(segment))
    .map(({ segment }) => segment)
}

function sentencesIn(text: string, locale: string): number {
  return [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].filter(({ segment }) =>
    /\p{L}/u.test(segment),
  ).length
}
