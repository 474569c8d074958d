/**
 * What becomes of a form of `/review`: its rows are laid over those that are saved, written where the server writes, and the language is
 * read again with them.
 *
 * @example
 * const submitted = await submitReview({ project, saved, write }, form, '2026-11-26')
 * if (submitted.ok) submitted.value.outcome // { taken: { signed: ['nodes.bone.label'], … } }
 */
import type { Result } from '../../authored/result.ts'
import type { ReviewRows, Signature } from '../../locale/review.ts'
import { signerProblem, writeReview } from '../../locale/review-file.ts'
import type { Language } from '../../review/language.ts'
import { type Taken, takeSheet } from '../../review/sheet.ts'
import type { ReviewFiles } from '../deps.ts'
import { type ReviewForm, signerOf } from './review-form.ts'
import { mergeRows, pendingRows } from './review-pending.ts'
import type { ReviewProject } from './review-reader.ts'

interface Target {
  readonly project: ReviewProject
  /** The language as its files are. */
  readonly saved: Language
  /** Absent where the server writes nothing. */
  readonly write: ReviewFiles['write']
}

interface Submitted {
  /** With the rows of the form. */
  readonly language: Language
  /** The rows that the reviewer has to send back, as CSV. */
  readonly pending: string
  /** What became of the form; where nothing was taken, the reason. */
  readonly outcome: { readonly taken: Taken } | { readonly refused: Refusal }
}

/** The signature lacks a role, or the file cannot be written. */
type Refusal = { readonly kind: 'no-role' } | { readonly kind: 'not-written'; readonly cause: unknown }

/** Refused where the files of the language are broken. */
export async function submitReview(
  { project, saved, write }: Target,
  form: ReviewForm,
  when: string,
): Promise<Result<Submitted>> {
  const withRows = (rows: ReviewRows) => project.language(saved.locale, writeReview(rows))
  const before = withRows(mergeRows(saved, form.pending))
  if (!before.ok) return before
  const { units, rows } = before.value
  const { entries, sign, reviewer } = form
  const refuse = (refused: Refusal): Result<Submitted> => ({
    ok: true,
    value: { language: before.value, pending: pendingRows(saved, rows), outcome: { refused } },
  })
  const by = signerOf(reviewer)
  if (sign !== undefined && signerProblem(by) !== undefined) return refuse({ kind: 'no-role' })
  const signature: Signature = { state: reviewer.state, by, when, how: 'human' }
  const taken = takeSheet(units, rows, { entries, sign, signature })
  if (write && (taken.signed.length > 0 || taken.noted > 0))
    try {
      await write(saved, taken.rows)
    } catch (cause) {
      return refuse({ kind: 'not-written', cause })
    }
  const after = withRows(taken.rows)
  if (!after.ok) return after
  return {
    ok: true,
    value: {
      language: after.value,
      pending: write ? '' : pendingRows(saved, taken.rows),
      outcome: { taken },
    },
  }
}
