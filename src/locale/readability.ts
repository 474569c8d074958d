/**
 * How hard a text is to read, by the published formula of its language.
 *
 * | formula          |                                                | sources                                   |
 * | ---------------- | ---------------------------------------------- | ----------------------------------------- |
 * | `flesch-kincaid` | 0.39 ASL + 11.8 ASW − 15.59: a school grade    | Kincaid et al. 1975                       |
 * | `inflesz`        | 206.835 − 62.3 ASW − ASL: 0 (hard) to 100 (easy) | Szigriszt Pazos 1993; Barrio-Cantalejo 2008 |
 *
 * ASL is words a sentence, ASW syllables a word. Formulas need about 100 words: measure a whole topic, not one part.
 *
 * @example
 * readability('flesch-kincaid', 'The bones hurt. Tell your care team.') // 1.3
 */
import { syllable } from 'syllable'
import { spanishSyllables } from './spanish-syllables.ts'

export const formulas = ['flesch-kincaid', 'inflesz'] as const
export type Formula = (typeof formulas)[number]

export interface TextCounts {
  readonly words: number
  readonly sentences: number
  readonly syllables: number
}

interface Method {
  readonly tag: string
  readonly syllables: (word: string) => number
  readonly score: (counts: TextCounts) => number
  /** Whether a lower score is easier to read, as a school grade is. */
  readonly lowerIsEasier: boolean
}

const methods: Readonly<Record<Formula, Method>> = {
  'flesch-kincaid': { tag: 'en', syllables: syllable, score: fleschKincaid, lowerIsEasier: true },
  inflesz: { tag: 'es', syllables: spanishSyllables, score: inflesz, lowerIsEasier: false },
}

export function fleschKincaid({ words, sentences, syllables }: TextCounts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

export function inflesz({ words, sentences, syllables }: TextCounts): number {
  return 206.835 - 62.3 * (syllables / words) - words / sentences
}

/** The score of a text, to one decimal place. A text without words scores as one with a single short word. */
export function readability(formula: Formula, text: string): number {
  const { tag, syllables, score } = methods[formula]
  const words = wordsIn(text, tag)
  const counts = {
    words: Math.max(1, words.length),
    sentences: Math.max(1, sentencesIn(text, tag)),
    syllables: Math.max(
      1,
      words.reduce((sum, word) => sum + syllables(word), 0),
    ),
  }
  return Math.round(score(counts) * 10) / 10
}

/** Whether a score is harder than a limit. */
export function isHarder(formula: Formula, score: number, limit: number): boolean {
  return methods[formula].lowerIsEasier ? score > limit : score < limit
}

/** Numbers are left out: telephone numbers would count as long words, and figures have no syllables (standards.md 2.2). */
function wordsIn(text: string, tag: string): readonly string[] {
  return [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike, segment }) => isWordLike && !/\d/.test(segment))
    .map(({ segment }) => segment)
}

function sentencesIn(text: string, tag: string): number {
  return [...new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(text)].filter(({ segment }) =>
    /\p{L}/u.test(segment),
  ).length
}
