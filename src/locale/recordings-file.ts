/**
 * Reads and writes `locales/<locale>/recordings.csv`: the clips that there are, one row a clip, sorted. The clips themselves are kept
 * outside the repository (`recordings.url` in locale.json).
 *
 * @example
 * hash,key,seconds,by,kind
 * 1d2ae8bd2f3e,nodes.bone.label,0.62,"M. R., speaker",person
 */
import { stringify } from 'csv-stringify/sync'
import { type CsvRow, readCsv } from '../authored/csv.ts'
import { type Issue, issueAtStart } from '../authored/issue.ts'

/** `scratch`: a machine spoke it, for the demo. */
const RECORDING_KINDS = ['person', 'scratch'] as const

export interface RecordingRow {
  /** The name of the clip: the hash of its words (clips.ts). */
  readonly hash: string
  /** Of the first text that it is heard in. */
  readonly key: string
  readonly seconds: number
  readonly by: string
  readonly kind: (typeof RECORDING_KINDS)[number]
}

interface PlacedRow extends RecordingRow {
  /** Where it stands: the operator's own folder has such a file too. */
  readonly file: string
  readonly line: number
}

/** By the hash of a clip. */
export type RecordingRows = ReadonlyMap<string, PlacedRow>

const RECORDING_COLUMNS = [
  'hash',
  'key',
  'seconds',
  'by',
  'kind',
] as const satisfies readonly (keyof RecordingRow)[]

const HASH = /^[0-9a-f]{12}$/
const SECONDS = /^\d{1,3}(\.\d{1,2})?$/

export function recordingsPath(locale: string): string {
  return `locales/${locale}/recordings.csv`
}

export function readRecordings(
  file: string,
  text: string | undefined,
): { readonly rows: RecordingRows; readonly issues: readonly Issue[] } {
  // Nobody has recorded anything yet.
  if (text === undefined) return { rows: new Map(), issues: [] }
  const table = readCsv(text, RECORDING_COLUMNS)
  if (!table.ok)
    return {
      rows: new Map(),
      issues: table.problems.map((problem) => issueAtStart(file, 'recording-row', problem)),
    }
  const rows = new Map<string, PlacedRow>()
  const issues: Issue[] = []
  for (const row of table.value) {
    const read = readRow(row, rows)
    if (typeof read !== 'string') rows.set(read.hash, { ...read, file, line: row.line })
    else
      issues.push({
        ...issueAtStart(file, 'recording-row', `Row ${row.row}, "${row.cells.key}": ${read}`),
        line: row.line,
      })
  }
  return { rows, issues }
}

export function writeRecordings(rows: Iterable<RecordingRow>): string {
  const sorted = [...rows].sort((a, b) => (a.key + a.hash < b.key + b.hash ? -1 : 1))
  return stringify(sorted, { header: true, columns: [...RECORDING_COLUMNS], escape_formulas: true })
}

/** A row, or what is wrong with it. */
function readRow({ cells }: CsvRow, earlier: RecordingRows): RecordingRow | string {
  const { hash = '', key = '', seconds = '', by = '', kind: written = '' } = cells
  if (!HASH.test(hash)) return `"${hash}" is no hash. Let \`npm run recordings\` write this file.`
  if (key === '') return 'It has no key. Let `npm run recordings` write this file.'
  if (!SECONDS.test(seconds) || Number(seconds) === 0)
    return `"seconds" is "${seconds}". Write a number above 0 such as 1.25.`
  const kind = RECORDING_KINDS.find((each) => each === written)
  if (!kind) return `"${written}" is no kind. These are: ${RECORDING_KINDS.join(', ')}.`
  if (by.trim() === '') return 'It does not say who spoke. Write initials and role in "by".'
  if (earlier.has(hash)) return 'An earlier row has the same hash. Keep one.'
  return { hash, key, seconds: Number(seconds), by, kind }
}
