/**
 * Reads a table that a person may have saved from a spreadsheet: with commas, semicolons or tabs, and with a byte order mark or not.
 *
 * @example
 * readCsv('key;text\nbone;Huesos\n', ['key', 'text'])
 * // { ok: true, value: [{ row: 2, line: 2, cells: { key: 'bone', text: 'Huesos' } }] }
 */
import { CsvError, parse } from 'csv-parse/sync'
import { type Result, refused } from './result.ts'

export interface CsvRow {
  /** As a spreadsheet counts, the head included. */
  readonly row: number
  /** The line of the file on which the row ends. */
  readonly line: number
  /** By the name of the column. Empty where the row ends before it. */
  readonly cells: Readonly<Record<string, string>>
}

/** What `escape_formulas` of csv-stringify puts before a cell that a spreadsheet would take for a formula and run. */
const ESCAPE = /^'(?=[=+\-@\t\r＝＋－＠])/
const DELIMITERS = [',', ';', '\t']

/** `columns` are those that it must have, in any order; others are read as well. */
export function readCsv(text: string, columns: readonly string[]): Result<readonly CsvRow[]> {
  const written = text.replace(/^\uFEFF/, '')
  const head = written.split(/\r?\n/, 1)[0] ?? ''
  // Only one of them parts the head into its columns, since no name holds any.
  const delimiter = DELIMITERS.find((each) => namesIn(head, each).includes(columns[0] ?? ''))
  const names = delimiter ? namesIn(head, delimiter) : []
  const missing = columns.filter((column) => !names.includes(column))
  if (!delimiter || missing.length > 0)
    return refused(
      `The first row must name these columns: ${columns.join(', ')}. It lacks: ${missing.join(', ')}.`,
    )
  try {
    const lines: number[] = []
    const records = parse(written, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(record: string[], context) {
        lines.push(context.lines)
        return record
      },
    })
    const rows = records.map((record, index) => ({
      row: index + 1,
      line: lines[index] ?? index + 1,
      cells: Object.fromEntries(
        names.map((name, column) => [name, (record[column] ?? '').replace(ESCAPE, '')]),
      ),
    }))
    return { ok: true, value: rows.slice(1) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refused(`This is no table of comma-separated values: ${error.message}.`)
  }
}

function namesIn(head: string, delimiter: string): readonly string[] {
  return head.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
}
