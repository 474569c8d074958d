/**
 * Patterns as they are authored, words in their order where braces hold alternatives, made into one row of numbers:
 * of each slot how many numbers follow, of each of its alternatives how many words, and these; and 0 where the pattern ends.
 *
 * @example
 * packPatterns({ crisis: ['{want|wants} to die'] }, numberOf) // unpacked: [4, 1, want, 1, wants, 3, 2, to, die, 0]
 */
import { normalise } from './normalise.ts'
import { type Packed, pack } from './packed.ts'

/** As plain data, by tags that tell what the patterns mean. */
export interface PatternData {
  readonly tags: readonly string[]
  /** How many patterns have each tag. */
  readonly counts: readonly number[]
  readonly row: Packed
}

export function packPatterns(
  patterns: Readonly<Record<string, readonly string[]>>,
  numberOf: (word: string) => number,
): PatternData {
  const rowOf = (pattern: string) => [
    ...slotsOf(pattern).flatMap((slot) => {
      const alternatives = slot.flatMap((words) => [words.length, ...words.map(numberOf)])
      return [alternatives.length, ...alternatives]
    }),
    0,
  ]
  return {
    tags: Object.keys(patterns),
    counts: Object.values(patterns).map(({ length }) => length),
    row: pack(Object.values(patterns).flat().flatMap(rowOf)),
  }
}

/** Each slot is a choice of alternatives, each of one word or more. */
function slotsOf(pattern: string): readonly (readonly (readonly string[])[])[] {
  return pattern
    .split(/[{}]/)
    .map((piece, index) =>
      (index % 2 === 1 ? piece.split('|') : [piece])
        .map((words) => normalise(words).split(' ').filter(Boolean))
        .filter(({ length }) => length > 0),
    )
    .filter(({ length }) => length > 0)
}
