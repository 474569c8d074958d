/**
 * A language as a table that a spreadsheet opens, one row a text: what clinicians read and sign.
 *
 * @example
 * key,heard,source,text,state,by,when,how,backTranslation,comment,longest,placeholders
 * nodes.bone.label,Topic bone (21): label,bones,huesos,draft,,,,,,,
 */
import { stringify } from 'csv-stringify/sync'
import { readCsv } from '../../authored/csv.ts'
import type { Result } from '../../authored/result.ts'
import type { Language } from '../../review/language.ts'
import { heardAt, longestOf, placeholders } from '../../review/notes.ts'
import type { Returned } from './translation.ts'

const COLUMNS = [
  'key',
  'heard',
  'source',
  'text',
  'state',
  'by',
  'when',
  'how',
  'backTranslation',
  'comment',
  'longest',
  'placeholders',
]
const NEEDED = ['key', 'source', 'text']

export function writeTranslationCsv({ units, nodes }: Language): string {
  const rows = units.map((unit) => {
    const { key, source, text = '', state, row } = unit
    const longest = longestOf(unit)
    return {
      key,
      heard: heardAt(key, nodes),
      source,
      text,
      state,
      by: row?.by,
      when: row?.when,
      how: row?.how,
      backTranslation: row?.backTranslation,
      comment: row?.comment,
      longest: longest ? `${longest.most} ${longest.unit}` : '',
      placeholders: [...new Set(placeholders(source))].join(' '),
    }
  })
  // Spreadsheets take a file for UTF-8 only if it begins with a byte order mark; RFC 4180: lines end with CRLF.
  return stringify(rows, {
    header: true,
    columns: COLUMNS,
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
  })
}

export function readTranslationCsv(text: string): Result<readonly Returned[]> {
  const table = readCsv(text, NEEDED)
  if (!table.ok) return table
  const returned = table.value.map(({ row, cells }): Returned => {
    const {
      key = '',
      source = '',
      text = '',
      state,
      by = '',
      when = '',
      how = '',
      backTranslation = '',
      comment,
    } = cells
    const at = `Row ${row}`
    // A table that leaves out the column says nothing of signatures.
    return state === undefined
      ? { at, key, source, text }
      : { at, key, source, text, review: { state, by, when, how, backTranslation, comment } }
  })
  return { ok: true, value: returned }
}
