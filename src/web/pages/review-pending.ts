/**
 * Rows that a reviewer has signed and not sent back yet: where the server writes nothing they travel in the form, as CSV.
 *
 * @example
 * const rows = mergeRows(saved, form.pending)
 * pendingRows(saved, rows) // 'key,sourceHash,…', or nothing where they are those that are saved
 */
import type { ReviewRows } from '../../locale/review.ts'
import { differingRows, readReview, reviewPath, writeReview } from '../../locale/review-file.ts'
import type { Language } from '../../review/language.ts'

/** The rows of a language, and over them those that a reviewer has signed and not sent back. A row of a text that has gone is left out. */
export function mergeRows({ rows, units, locale }: Language, pending: string): ReviewRows {
  if (pending === '') return rows
  const keys = new Map(units.map((unit) => [unit.key, unit]))
  return new Map([...rows, ...readReview(reviewPath(locale), pending, keys).rows])
}

/** What differs from the rows that are saved, as CSV. */
export function pendingRows({ rows }: Language, now: ReviewRows): string {
  const changed = differingRows(now, rows)
  return changed.size === 0 ? '' : writeReview(changed)
}
