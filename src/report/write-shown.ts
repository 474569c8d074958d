/**
 * A count as it is written: "0", "1–10", "152", "141–150", or "11 or more" while it grows.
 *
 * @example
 * writeShown(showCount(7), words) // '1–10'
 */
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { isExact, type Shown, SMALL } from './shown.ts'

export function writeShown(shown: Shown, words: (wording: Wording) => string): string {
  const { atLeast, atMost } = shown
  if (isExact(shown)) return String(atLeast)
  if (!Number.isFinite(atMost)) return words(phrase('usage.orMore', { number: atLeast }))
  // It may be known to be 4 at least, as it was counted on four days; but there is one way only to write a small count.
  return `${atMost <= SMALL ? 1 : atLeast}–${atMost}`
}
