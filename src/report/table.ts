/**
 * A table of a report: what is counted together is exact, all other figures are rounded.
 *
 * @example
 * summed(source, 'languages', ['language', 'texts'], [{ name: 'English', series: ['message en'] }])
 * // { rows: [{ name: 'English', figures: [about 40] }, { name: 'Together', figures: [38], isTotal: true }], … }
 */
import type { Line } from '../line/line.ts'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { countIn, type Series } from './counts.ts'
import { type Figure, rounded, total } from './figures.ts'
import type { DateRange, Day, Granularity } from './periods.ts'
import type { Report } from './report.ts'

export interface Table {
  readonly name:
    | ('overTime' | 'events' | 'topics' | 'helped' | 'places' | 'languages' | 'lengths' | 'hours')
    | 'week'
  readonly title: string
  /** What its rows are, and what is counted in each column. */
  readonly head: readonly string[]
  readonly rows: readonly Row[]
}

export interface Row extends DateRange {
  readonly name: string
  readonly figures: readonly Figure[]
  /** All rows above it together. */
  readonly isTotal?: true
}

export interface TableContext {
  readonly report: Report
  readonly line: Line
  readonly locale: string
  readonly words: (wording: Wording) => string
  /** All periods of the report. */
  readonly whole: DateRange
}

/** The last part of the keys of the phrases that head the columns. */
type Head =
  | (Granularity | 'language' | 'topic' | 'place' | 'length' | 'hour' | 'event' | 'together')
  | ('calls' | 'texts' | 'person' | 'unmatched' | 'silence' | 'wrongKey')
  | ('chosen' | 'opened' | 'finished' | 'yes' | 'no')

export interface Counted {
  readonly name: string
  /** What is counted in each column. */
  readonly series: readonly Series[]
}

const DATE_FORMATS: Record<Granularity, Intl.DateTimeFormatOptions> = {
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}

/** A table of all periods together, with the sum of its rows. */
export function summed(
  { report: { counts }, words, whole }: TableContext,
  name: Table['name'],
  head: readonly Head[],
  rows: readonly Counted[],
): Table {
  const sums = head
    .slice(1)
    .map((_, column) => rows.reduce((sum, { series }) => sum + countIn(counts, series[column] ?? ''), 0))
  return {
    name,
    title: words(phrase(`usage.${name}`)),
    head: headOf(head, words),
    rows: [
      ...rows.map((row) => ({
        ...whole,
        name: row.name,
        figures: row.series.map((series) => rounded(countIn(counts, series))),
      })),
      { ...whole, name: words(phrase('usage.together')), figures: sums.map(total), isTotal: true },
    ],
  }
}

/** What was counted in the last period of a report, and in the one before. */
export function lastAndBefore(
  { periods, counts, before, countsBefore }: Report,
  series: Series,
): readonly [Figure, Figure] {
  return [rounded(countIn(counts, series, periods.at(-1))), rounded(countIn(countsBefore, series, before))]
}

export function headOf(names: readonly Head[], words: TableContext['words']): readonly string[] {
  return names.map((name) => words(phrase(`usage.${name}`)))
}

/** Made once a table: ICU takes 0.1 ms to make a format. */
export function dateFormat(by: Granularity, locale: string): (range: DateRange) => string {
  const format = new Intl.DateTimeFormat(locale, { ...DATE_FORMATS[by], timeZone: 'UTC' })
  // ICU puts thin spaces around the dash, which some terminals and spreadsheets show as a box.
  return ({ from, to }) => format.formatRange(toDate(from), toDate(to)).replaceAll('\u2009', ' ')
}

function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}
