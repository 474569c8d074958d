/**
 * Reads and writes `locales/<locale>/review.csv`: sorted by key, one row a text, so that git shows who has signed what.
 *
 * @example
 * key,sourceHash,textHash,state,by,when,how,backTranslation,comment,source
 * nodes.bone.label,1d2ae8bd2f3e,77c04e0e5b8a,reviewed,"M. R., nurse",2026-11-26,human,,,Bones
 */
import { stringify } from 'csv-stringify/sync'
import { type CsvRow, readCsv } from '../authored/csv.ts'
import { type Issue, issueAtStart } from '../authored/issue.ts'
import { REVIEW_STATES, type ReviewRow, type ReviewRows, type Signature } from './review.ts'

const NEEDED_COLUMNS = [
  'key',
  'sourceHash',
  'textHash',
  'state',
  'by',
  'when',
  'how',
  'backTranslation',
] as const satisfies readonly (keyof ReviewRow)[]
/** A file of a version that had no comments, or no words of the source, is read as well. */
const COLUMNS = [...NEEDED_COLUMNS, 'comment', 'source'] as const satisfies readonly (keyof ReviewRow)[]

/** "M. R., nurse": without a role nobody knows what a signature is worth. */
const NAME_AND_ROLE = /^[^,]*\p{L}[^,]*,\s*\p{L}{2,}/u
const DAY = /^\d{4}-\d{2}-\d{2}$/

export function reviewPath(locale: string): string {
  return `locales/${locale}/review.csv`
}

/** Rows that cannot be meant are issues and count for nothing: their texts are drafts. `keys` are those that there are. */
export function readReview(
  file: string,
  text: string | undefined,
  keys: ReadonlyMap<string, unknown>,
): { readonly rows: ReviewRows; readonly issues: readonly Issue[] } {
  // Nobody has signed anything yet.
  if (text === undefined) return { rows: new Map(), issues: [] }
  const table = readCsv(text, NEEDED_COLUMNS)
  if (!table.ok)
    return {
      rows: new Map(),
      issues: table.problems.map((problem) => issueAtStart(file, 'review-row', problem)),
    }
  const rows = new Map<string, ReviewRow>()
  const issues: Issue[] = []
  for (const row of table.value) {
    const read = readRow(row, keys, rows)
    if (typeof read !== 'string') rows.set(read.key, read)
    else {
      const message = `Row ${row.row}, "${row.cells.key}": ${read}`
      issues.push({ ...issueAtStart(file, 'review-row', message, 'warning'), line: row.line })
    }
  }
  return { rows, issues }
}

export function writeReview(rows: ReviewRows): string {
  const sorted = [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  return stringify(sorted, { header: true, columns: [...COLUMNS], escape_formulas: true })
}

/** The rows that are new or other than before. */
export function differingRows(rows: ReviewRows, before: ReviewRows): ReviewRows {
  return new Map([...rows].filter(([key, row]) => JSON.stringify(row) !== JSON.stringify(before.get(key))))
}

/** What is wrong with a name that signs; nothing where it has a role. */
export function signerProblem(by: string): string | undefined {
  return NAME_AND_ROLE.test(by)
    ? undefined
    : `"${by}" names no role. Write initials, a comma and the role, such as "M. R., nurse".`
}

/** A signature as it is written, or what is wrong with it. */
export function readSignature({
  by = '',
  when = '',
  how = '',
  ...written
}: Readonly<Partial<Record<keyof Signature, string | undefined>>>): Signature | string {
  const state = REVIEW_STATES.find((each) => each === written.state)
  if (!state) return `"${written.state}" is no state. These are: ${REVIEW_STATES.join(', ')}.`
  if (how !== 'human' && how !== 'machine') return `"how" is "${how}". Write human or machine.`
  if (state !== 'draft' && how === 'machine')
    return 'What a machine has read is a draft. Let a person sign it.'
  const problem = state === 'draft' ? undefined : signerProblem(by)
  if (problem) return problem
  if (state !== 'draft' && !DAY.test(when)) return `"when" is "${when}". Write a day such as 2026-11-26.`
  return { state, by, when, how }
}

/** A row, or what is wrong with it. */
function readRow(
  { cells }: CsvRow,
  keys: ReadonlyMap<string, unknown>,
  earlier: ReviewRows,
): ReviewRow | string {
  const { key = '', sourceHash = '', textHash = '', backTranslation = '', comment = '', source = '' } = cells
  const signature = readSignature(cells)
  if (typeof signature === 'string') return signature
  if (earlier.has(key)) return 'An earlier row has the same key. Keep one.'
  if (!keys.has(key)) return 'No text has this key. Delete the row, or correct its key.'
  return { key, sourceHash, textHash, ...signature, backTranslation, comment, source }
}
