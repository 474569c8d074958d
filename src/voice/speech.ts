/**
 * Words made ready to be spoken: sentences, and the pauses between them.
 *
 * A bar (`|`) in a text is a breath; every sentence ends in a pause, and every prompt in a longer one, so that
 * an option has sunk in before the next is said. The slower pace lengthens the pauses, which helps recall more than
 * stretched words do (standards.md 1.3, "Speech rate"; pauses of 500 ms or more after an option: IVR-03).
 *
 * @example
 * toSpeech('Bones, | press 1.', spokenLanguage(line, 'en'), 'normal')
 * // [{ words: 'Bones,', pause: 300 }, { words: 'press 1.', pause: 600 }]
 */
import { phoneGroups } from '../locale/phone-groups.ts'
import type { PhoneNumber } from '../locale/wording.ts'
import type { SpokenLanguage } from './spoken-language.ts'

export type Pace = 'normal' | 'slow'

export interface Speech {
  readonly words: string
  /** Milliseconds of silence after the words. */
  readonly pause: number
}

export const PAUSES = {
  normal: { breath: 300, sentence: 400, prompt: 600 },
  slow: { breath: 600, sentence: 900, prompt: 1200 },
} as const satisfies Record<Pace, object>

/** How `<prosody rate>` slows the words themselves; the rest of the slower pace is pauses. */
export const SLOW_RATE = '88%'

/** An initial after a name ("Susan G."). "B R C A." ends a sentence. */
const INITIAL = /\p{Lu}\p{Ll}+ \p{Lu}\.\s*$/u

/** The words without the bars of breaths, to show or to measure. */
export function withoutBreaths(text: string): string {
  return text.replaceAll(/\s*\|\s*/g, ' ')
}

export function toSpeech(
  text: string,
  { locale, abbreviations }: SpokenLanguage,
  pace: Pace,
): readonly Speech[] {
  const { breath, sentence, prompt } = PAUSES[pace]
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  // Unicode's rules end a sentence at every full stop before a capital; no pause belongs into "Susan G. Komen" or "Dr. Lee".
  const endsInName = (words: string) =>
    INITIAL.test(words) || abbreviations.includes(words.trim().split(/\s+/).at(-1) ?? '')
  const joinNames = (sentences: readonly string[], segment: string): readonly string[] => {
    const last = sentences.at(-1)
    return last && endsInName(last) ? [...sentences.slice(0, -1), last + segment] : [...sentences, segment]
  }
  const clauses = text
    .split('|')
    .map((clause) => clause.trim())
    .filter(Boolean)
  return clauses.flatMap((clause, index) => {
    const sentences = [...segmenter.segment(clause)].map(({ segment }) => segment).reduce(joinNames, [])
    return sentences.map((segment, place) => {
      const endsClause = place === sentences.length - 1
      const endsText = endsClause && index === clauses.length - 1
      return {
        words: segment.trim(),
        pause: endsText
          ? prompt
          : endsClause
            ? Math.max(breath, endsSentence(segment) ? sentence : 0)
            : sentence,
      }
    })
  })
}

/** A number read digit by digit, with a breath between its groups (IVR-23). */
export function speakPhone(phone: PhoneNumber): string {
  return phoneGroups(phone)
    .map((group) => [...group].filter((digit) => digit !== '+').join(' '))
    .join(' | ')
}

function endsSentence(text: string): boolean {
  return /[\p{STerm}…][\p{Pe}\p{Pf}"']*\s*$/u.test(text)
}
