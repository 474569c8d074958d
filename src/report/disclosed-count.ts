/**
 * Small-cell suppression: 0 is disclosed exactly, 1 to 10 as "1–10", more exactly; and totals do not reveal a small count.
 *
 * A total is exact only if none of its parts is suppressed; or if two or more are, and they come to more than ten together,
 * and are neither all at their minimum nor all at their maximum. Otherwise it is a range. So nobody can compute a suppressed
 * count, or a sum of suppressed counts that is ten or less, by subtracting totals:
 *
 * - If a total is a range, it has two values or more: one part can differ by one, and the total with it.
 * - If it is exact, one suppressed part can be one more and another one less.
 * - Both hold at every level, from the largest total down. So for each suppressed count there are other counts for which
 *   exactly the same is disclosed; `test/report/suppression.test.ts` finds them.
 *
 * This needs parts that form a tree: each is part of only one total (disclosure.ts).
 *
 * @example
 * discloseCount(7) // "1–10"
 * discloseTotal(25, [discloseCount(18), discloseCount(7)]) // "19–28": 25 would reveal the 7
 * discloseTotal(15, [discloseCount(8), discloseCount(7)]) // 15
 */
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'

export interface DisclosedCount {
  readonly atLeast: number
  /** Infinity while the period is ongoing. */
  readonly atMost: number
  /** How much of it comes from parts that are disclosed exactly. */
  readonly exactPart: number
}

/** Counts from 1 to this one are suppressed (CMS cell size suppression policy, docs/design/standards.md, section 7). */
export const SMALL_CELL_MAX = 10

/** If a count that still grows were exact, two looks at it would reveal what was counted between them. */
export function discloseCount(count: number, ongoing = false): DisclosedCount {
  if (count > 0 && count <= SMALL_CELL_MAX) return { atLeast: 1, atMost: SMALL_CELL_MAX, exactPart: 0 }
  if (!ongoing || count === 0) return exactly(count)
  return { atLeast: SMALL_CELL_MAX + 1, atMost: Number.POSITIVE_INFINITY, exactPart: 0 }
}

/** A total whose parts are disclosed as well. */
export function discloseTotal(total: number, parts: readonly DisclosedCount[]): DisclosedCount {
  const sum = sumDisclosed(parts)
  // Nothing is suppressed, or there is no room for two values at either end.
  if (sum.atMost - sum.atLeast < 3) return sum
  const low = Math.max(sum.exactPart + SMALL_CELL_MAX, sum.atLeast + 1)
  const high = sum.atMost - 1
  if (total <= low) return { ...sum, atMost: low }
  if (total >= high) return { ...sum, atLeast: high }
  return exactly(total)
}

/** What the disclosed parts tell about their sum, and no more. */
export function sumDisclosed(parts: readonly DisclosedCount[]): DisclosedCount {
  return parts.reduce(
    (sum, part) => ({
      atLeast: sum.atLeast + part.atLeast,
      atMost: sum.atMost + part.atMost,
      exactPart: sum.exactPart + part.exactPart,
    }),
    exactly(0),
  )
}

export function isExact({ atLeast, atMost }: DisclosedCount): boolean {
  return atLeast === atMost
}

/** In writing: "0", "1–10", "152", "141–150", or "11 or more" while the period is ongoing. */
export function formatCount(count: DisclosedCount, words: (wording: Wording) => string): string {
  const { atLeast, atMost } = count
  if (isExact(count)) return String(atLeast)
  if (!Number.isFinite(atMost)) return words(phrase('usage.orMore', { number: atLeast }))
  // A sum over four days may be known to be at least 4, but a small count has only one form in writing.
  return `${atMost <= SMALL_CELL_MAX ? 1 : atLeast}–${atMost}`
}

function exactly(count: number): DisclosedCount {
  return { atLeast: count, atMost: count, exactPart: count }
}
