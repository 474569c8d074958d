/**
 * Rows that a reviewer has signed and not sent back yet: where the server writes nothing they travel in the form, as CSV.
 *
 * @example
 * const rows = mergeRows(saved, form.pending)
 * pendingRows(saved, rows) // 'key,sourceHash,…', or nothing where they are those that are saved
 */
import type { ReviewRow, ReviewRows } from '../../locale/review.ts'
import { differingRows, readReview, reviewPath, writeReview } from '../../locale/review-file.ts'
import { hashOfText } from '../../locale/text-hash.ts'
import type { Language } from '../../review/language.ts'
import { sourceToKeep } from '../../review/sign.ts'

/** The rows of a language, and over them those that a reviewer has signed and not sent back. A row of a text that has gone is left out. */
export function mergeRows({ rows, units, locale }: Language, pending: string): ReviewRows {
  if (pending === '') return rows
  const keys = new Map(units.map((unit) => [unit.key, unit]))
  const signed = readReview(reviewPath(locale), pending, keys).rows.values()
  const whole = [...signed].map((row) => {
    const source = signedSource(row, keys.get(row.key)?.source, rows.get(row.key))
    return [row.key, { ...row, source }] as const
  })
  return new Map([...rows, ...whole])
}

/** The rows that differ from those saved, as CSV; without the source texts, which would double the size of each page. */
export function pendingRows({ rows }: Language, now: ReviewRows): string {
  const changed = differingRows(now, rows)
  if (changed.size === 0) return ''
  return writeReview(new Map([...changed].map(([key, row]) => [key, { ...row, source: '' }])))
}

/** The words that were signed: those of the source as it is, or, where it has changed since, those that are saved. */
function signedSource({ sourceHash, state }: ReviewRow, source = '', saved?: ReviewRow): string {
  if (sourceHash === hashOfText(source)) return sourceToKeep(state, source)
  return saved?.sourceHash === sourceHash ? saved.source : ''
}
