/**
 * Tables as CSV, one line for each number, so that a spreadsheet can filter and sort them and make its own tables.
 *
 * @example
 * writeCsv(tables, words) // 'Table,Row,From,To,Counted,Number\r\nCalls and texts,…'
 */
import { stringify } from 'csv-stringify/sync'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { formatFigure } from './figures.ts'
import type { Table } from './table.ts'

const COLUMNS = ['table', 'row', 'from', 'to', 'counted', 'number'] as const

export function writeCsv(tables: readonly Table[], words: (wording: Wording) => string): string {
  const lines = tables.flatMap(({ title, head, rows }) =>
    rows.flatMap(({ name, from, to, figures }) =>
      figures.map((figure, column) => [
        title,
        name,
        from.toString(),
        to.toString(),
        head[column + 1],
        formatFigure(figure, words),
      ]),
    ),
  )
  return stringify([COLUMNS.map((name) => words(phrase(`usage.${name}`))), ...lines], {
    // Spreadsheets take a file for UTF-8 only if it begins with a byte order mark.
    bom: true,
    // RFC 4180 section 2: lines end with CRLF.
    record_delimiter: '\r\n',
  })
}
