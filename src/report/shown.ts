/**
 * Counts as they may be shown: 0 as it is, 1 to 10 as "1–10", more as it is; and totals that give no such count away.
 *
 * A total is shown to the one where none of its parts is hidden; or where two or more are, which are more than ten
 * together and neither all at their least nor all at their most. Elsewhere it is a range. So nobody can work out a hidden
 * count, or what several come to where that is ten or less, whatever totals they subtract:
 *
 * - Where a total is a range, of two values or more, one part can differ by one and the total with it.
 * - Where it is exact, one hidden part can be one more and another one less.
 * - Both hold at every level, from the largest total down. So for each hidden count there are other counts that show the
 *   very same, and `test/usage/suppression.test.ts` finds them.
 *
 * This needs parts that form a tree: each is part of one total only (release.ts).
 *
 * @example
 * showCount(7) // "1–10"
 * showTotal(25, [showCount(18), showCount(7)]) // "19–28": to the one, it would tell the 7
 * showTotal(15, [showCount(8), showCount(7)]) // 15
 */
export interface Shown {
  readonly atLeast: number
  /** Infinity while it still grows. */
  readonly atMost: number
  /** How much of it is made of parts that are shown to the one. */
  readonly exactPart: number
}

/** Up to here, counts are not told apart (CMS cell size suppression policy, standards.md section 7). */
export const SMALL = 10

export function showCount(count: number): Shown {
  return count > 0 && count <= SMALL ? { atLeast: 1, atMost: SMALL, exactPart: 0 } : exactly(count)
}

/** A count that still grows: to the one, it would tell who looks twice what came in between. */
export function showGrowing(count: number): Shown {
  if (count <= SMALL) return showCount(count)
  return { atLeast: SMALL + 1, atMost: Number.POSITIVE_INFINITY, exactPart: 0 }
}

/** A total of parts that are shown as well. */
export function showTotal(total: number, parts: readonly Shown[]): Shown {
  const sum = sumShown(parts)
  // Nothing is hidden, or there is no room for two values at either end.
  if (sum.atMost - sum.atLeast < 3) return sum
  const low = Math.max(sum.exactPart + SMALL, sum.atLeast + 1)
  const high = sum.atMost - 1
  if (total <= low) return { ...sum, atMost: low }
  if (total >= high) return { ...sum, atLeast: high }
  return exactly(total)
}

/** What is known of a sum from what is shown of its parts, and no more. */
export function sumShown(parts: readonly Shown[]): Shown {
  return parts.reduce(
    (sum, part) => ({
      atLeast: sum.atLeast + part.atLeast,
      atMost: sum.atMost + part.atMost,
      exactPart: sum.exactPart + part.exactPart,
    }),
    exactly(0),
  )
}

export function isExact({ atLeast, atMost }: Shown): boolean {
  return atLeast === atMost
}

function exactly(count: number): Shown {
  return { atLeast: count, atMost: count, exactPart: count }
}
