/**
 * The sheet that a reviewer sends for one topic: back-translations, comments, and which texts to sign. Each entry has a mark of the text
 * as the reviewer saw it, so that nobody signs, or overwrites, a text that somebody else has changed since.
 *
 * @example
 * const { rows, signed, refused } = takeSheet(units, rows, { entries, sign: 'all', signature })
 */
import type { ReviewRow, ReviewRows, Signature } from '../locale/review.ts'
import { hashOfText } from '../locale/text-hash.ts'
import type { Unit } from './language.ts'
import { backTranslationOf, rowOf, signText } from './sign.ts'

/** What a reviewer writes of a text. */
interface Notes {
  readonly backTranslation: string
  readonly comment: string
}

export interface SheetEntry extends Notes {
  readonly key: string
  /** As `markOf` gave it. */
  readonly mark: string
}

interface Sheet {
  readonly entries: readonly SheetEntry[]
  /** The key of a text, all texts, or none: notes only. */
  readonly sign: string | 'all' | undefined
  readonly signature: Signature
}

export interface Taken {
  readonly rows: ReviewRows
  /** The keys that are signed now. */
  readonly signed: readonly string[]
  /** How many were asked for and are signed already. */
  readonly before: number
  /** How many have new notes. */
  readonly noted: number
  /** By key, why nothing was taken over for a text. */
  readonly refused: ReadonlyMap<string, Refusal>
}

export type Refusal = 'changed' | 'not-written' | 'no-back-translation'

/** Of what a page shows of a text: its words, its source, who has signed it; and, after a full stop, of its notes. */
export function markOf({ source, text, row, ...unit }: Unit): string {
  const { state, by, when } = row ?? {}
  const notes = {
    backTranslation: backTranslationOf({ source, text, row, ...unit }),
    comment: row?.comment ?? '',
  }
  return `${hashOfText(JSON.stringify([source, text, state, by, when, notes]))}.${markOfNotes(notes)}`
}

export function takeSheet(
  units: readonly Unit[],
  earlier: ReviewRows,
  { entries, sign, signature }: Sheet,
): Taken {
  const byKey = new Map(units.map((unit) => [unit.key, unit]))
  const rows = new Map(earlier)
  const signed: string[] = []
  const refused = new Map<string, Refusal>()
  let before = 0
  let noted = 0
  for (const entry of entries) {
    const { key } = entry
    const isAsked = sign === 'all' || sign === key
    const unit = byKey.get(key)
    const isNoted = hasNotes(entry)
    if (!unit || (!isAsked && !isNoted)) continue
    if (markOf(unit) !== entry.mark) {
      refused.set(key, 'changed')
      continue
    }
    if (isNoted) {
      rows.set(key, withNotes(unit, entry, signature))
      noted += 1
    }
    if (!isAsked) continue
    const row = signText({ ...unit, row: rows.get(key) }, signature, entry.backTranslation)
    if (typeof row !== 'string') {
      rows.set(key, row)
      signed.push(key)
    } else if (row === 'signed') before += 1
    // To sign all means all that there is.
    else if (row === 'no-back-translation' || sign !== 'all') refused.set(key, row)
  }
  return { rows, signed, before, noted, refused }
}

/** Whether the notes are others than the page showed. */
export function hasNotes(entry: SheetEntry): boolean {
  return markOfNotes(entry) !== entry.mark.split('.')[1]
}

function markOfNotes({ backTranslation, comment }: Notes): string {
  return hashOfText(JSON.stringify([backTranslation, comment]))
}

/** A signature of these words stays; without one the row is that of a draft. */
function withNotes(unit: Unit, { backTranslation, comment }: Notes, { by, when }: Signature): ReviewRow {
  const { row, text } = unit
  if (row && text !== undefined && row.textHash === hashOfText(text))
    return { ...row, backTranslation, comment }
  return rowOf(unit, { state: 'draft', by, when, how: 'human' }, backTranslation, comment)
}
