/**
 * Tables as CSV, a line for each number: a spreadsheet can then filter and sort them, and draw its own tables.
 *
 * @example
 * writeCsv(tables, 'en', words) // 'Table,Row,From,To,Counted,Number,At least,At most\r\nCalls and texts,…'
 */
import { stringify } from 'csv-stringify/sync'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import type { Table } from './tables.ts'
import { writeShown } from './write-shown.ts'

const HEAD = ['table', 'row', 'from', 'to', 'counted', 'number', 'atLeast', 'atMost'] as const

export function writeCsv(tables: readonly Table[], words: (wording: Wording) => string): string {
  const lines = tables.flatMap(({ title, head, rows }) =>
    rows.flatMap(({ name, from, to, counts }) =>
      counts.map((shown, column) => [
        title,
        name,
        from.toString(),
        to.toString(),
        head[column + 1],
        writeShown(shown, words),
        shown.atLeast,
        Number.isFinite(shown.atMost) ? shown.atMost : '',
      ]),
    ),
  )
  // Spreadsheets know by the mark that it is UTF-8; RFC 4180 ends a line so.
  return stringify([HEAD.map((name) => words(phrase(`usage.${name}`))), ...lines], {
    bom: true,
    record_delimiter: '\r\n',
  })
}
