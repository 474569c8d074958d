/**
 * A report as tables of words and counts, for the page, the terminal and CSV.
 *
 * @example
 * makeTables(report, line, 'en', words)[0].rows[0] // { name: 'November 2026', counts: [calls, texts, …], … }
 */
import type { Line } from '../line/line.ts'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import type { DisclosedCount } from './disclosed-count.ts'
import type { OutcomeCounts } from './monthly-counts.ts'
import type { DateRange, Day, Granularity } from './periods.ts'
import type { PeriodCounts, Report } from './report.ts'

export interface Table {
  readonly name: 'overTime' | 'languages' | 'topics' | 'parts' | 'helped' | 'hours'
  readonly title: string
  /** What its rows are, and what is counted in each column. */
  readonly head: readonly string[]
  readonly rows: readonly Row[]
}

export interface Row extends DateRange {
  readonly name: string
  readonly counts: readonly DisclosedCount[]
  /** The sum of all rows above it. */
  readonly isTotal?: true
}

type Words = (wording: Wording) => string

/** The last part of the keys of the phrases that head the columns. */
type Head =
  | ('language' | 'topic' | 'hour' | Granularity)
  | ('calls' | 'texts' | 'person' | 'unmatched' | 'chosen' | 'opened' | 'finished' | 'left')
  | ('channel' | 'begun' | 'heard' | 'answered' | 'yes' | 'no')

const DATE_FORMATS: Record<Granularity, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}

/** Calls and texts over time, languages, topics and, if they can be disclosed, hours of the day. */
export function makeTables(report: Report, line: Line, locale: string, words: Words): readonly Table[] {
  const formats = line.locales[locale]?.settings.intl ?? locale
  return [
    overTime(report, formats, words),
    languages(report, line, formats, words),
    topics(report, formats, words),
    parts(report, formats, words),
    ...(report.helped.length > 0 ? [helped(report, formats, words)] : []),
    ...(report.callHours.months.length > 0 ? [callHours(report, formats, words)] : []),
  ]
}

function overTime({ range: { by }, periods, total }: Report, locale: string, words: Words): Table {
  const formatPeriod = dateFormat(by, locale)
  const row = ({ from, to, calls, texts, person, unmatched }: PeriodCounts, name: string): Row => ({
    from,
    to,
    name,
    counts: [calls, texts, person, unmatched],
  })
  return {
    name: 'overTime',
    title: words(phrase('usage.overTime')),
    head: headOf([by, 'calls', 'texts', 'person', 'unmatched'], words),
    rows: [
      ...periods.map((period) => row(period, formatPeriod(period))),
      { ...row(total, words(phrase('usage.together'))), isTotal: true },
    ],
  }
}

function languages({ months, languages }: Report, line: Line, locale: string, words: Words): Table {
  return {
    name: 'languages',
    title: words(phrase('usage.languages', { months: formatMonths([months], locale) })),
    head: headOf(['language', 'chosen', 'texts'], words),
    rows: languages.map((each) => ({
      ...months,
      name: line.locales[each.locale]?.settings.name ?? each.locale,
      counts: [each.chosen, each.texts],
    })),
  }
}

/** The topics opened most come first, as far as that is disclosed. */
function topics(report: Report, locale: string, words: Words): Table {
  const named = report.topics.toSorted(byCount).map((each) => ({ ...each, name: titleOf(each, words) }))
  return outcomes('topics', named, ['topic', 'opened', 'finished', 'left'], report, locale, words)
}

function parts(report: Report, locale: string, words: Words): Table {
  const named = report.parts.map((each) => ({
    ...each,
    name: words(phrase(each.subject === 'voice' ? 'usage.calls' : 'usage.texts')),
  }))
  return outcomes('parts', named, ['channel', 'begun', 'heard', 'left'], report, locale, words)
}

function helped(report: Report, locale: string, words: Words): Table {
  const named = report.helped.toSorted(byCount).map((each) => ({ ...each, name: titleOf(each, words) }))
  return outcomes('helped', named, ['topic', 'answered', 'yes', 'no'], report, locale, words)
}

function outcomes(
  name: 'topics' | 'parts' | 'helped',
  rows: readonly (OutcomeCounts & { readonly name: string })[],
  head: readonly Head[],
  { months }: Report,
  locale: string,
  words: Words,
): Table {
  return {
    name,
    title: words(phrase(`usage.${name}`, { months: formatMonths([months], locale) })),
    head: headOf(head, words),
    rows: rows.map(({ name, all, done, rest }) => ({ ...months, name, counts: [all, done, rest] })),
  }
}

function byCount(one: OutcomeCounts, other: OutcomeCounts): number {
  return other.all.atLeast - one.all.atLeast
}

function titleOf({ subject }: OutcomeCounts, words: Words): string {
  return words({ key: `nodes:${subject}.title` })
}

function callHours({ months, callHours }: Report, locale: string, words: Words): Table {
  return {
    name: 'hours',
    title: words(phrase('usage.hours', { months: formatMonths(callHours.months, locale) })),
    head: headOf(['hour', 'calls'], words),
    rows: callHours.hours.map((calls, hour) => ({
      ...months,
      name: `${String(hour).padStart(2, '0')}:00`,
      counts: [calls],
    })),
  }
}

function headOf(names: readonly Head[], words: Words): readonly string[] {
  return names.map((name) => words(phrase(`usage.${name}`)))
}

function formatMonths(ranges: readonly DateRange[], locale: string): string {
  const names = ranges.map(dateFormat('month', locale))
  return new Intl.ListFormat(locale, { type: 'unit' }).format(names)
}

/** Made once a table: ICU takes 0.1 ms to make a format, and a table has a row a day. */
function dateFormat(by: Granularity, locale: string): (range: DateRange) => string {
  const format = new Intl.DateTimeFormat(locale, { ...DATE_FORMATS[by], timeZone: 'UTC' })
  // ICU puts thin spaces around the dash, which some terminals and spreadsheets show as a box.
  return ({ from, to }) => format.formatRange(toDate(from), toDate(to)).replaceAll('\u2009', ' ')
}

function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}
