/**
 * A report as tables of words and figures, for the page, the terminal and CSV. What is counted together is exact; all other
 * figures are rounded.
 *
 * @example
 * makeTables(report, line, 'en', words)[0].rows[0] // { name: 'November 2026', figures: [calls, texts, …], … }
 */
import type { Line } from '../line/line.ts'
import { readingOrder } from '../line/reading-order.ts'
import { phrase } from '../locale/phrases.ts'
import { countIn, type Series } from './counts.ts'
import { EVENTS } from './events.ts'
import { rounded, total } from './figures.ts'
import type { DateRange } from './periods.ts'
import type { Report } from './report.ts'
import {
  type Counted,
  dateFormat,
  headOf,
  lastAndBefore,
  type Row,
  summed,
  type Table,
  type TableContext,
} from './table.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export function makeTables(
  report: Report,
  line: Line,
  locale: string,
  words: TableContext['words'],
): readonly Table[] {
  const { range, periods } = report
  const whole = { from: periods[0]?.from ?? range.from, to: periods.at(-1)?.to ?? range.to }
  const formats = line.locales[locale]?.settings.intl ?? locale
  const source = { report, line, locale: formats, words, whole }
  return [
    overTime(source),
    events(source),
    topics(source),
    ...(line.settings.askIfItHelped ? [helped(source)] : []),
    places(source),
    languages(source),
    lengths(source),
    hours(source),
  ]
}

function overTime({ report, locale, words, whole }: TableContext): Table {
  const { counts, periods, range } = report
  const series: readonly Series[] = ['call', 'message', 'handoff', 'unmatched']
  const format = dateFormat(range.by, locale)
  const row = (period: DateRange): Row => ({
    ...period,
    name: format(period),
    figures: series.map((each) => rounded(countIn(counts, each, period))),
  })
  const sums = series.map((each) => total(countIn(counts, each)))
  return {
    name: 'overTime',
    title: words(phrase('usage.overTime')),
    head: headOf([range.by, 'calls', 'texts', 'person', 'unmatched'], words),
    rows: [
      ...periods.map(row),
      { ...whole, name: words(phrase('usage.together')), figures: sums, isTotal: true },
    ],
  }
}

/** What happened in the last period, in the one before, and in all. */
function events({ report, locale, words, whole }: TableContext): Table {
  const { range, periods, counts, before } = report
  const last = periods.at(-1) ?? whole
  const format = dateFormat(range.by, locale)
  return {
    name: 'events',
    title: words(phrase('usage.events')),
    head: [...headOf(['event'], words), format(last), format(before), ...headOf(['together'], words)],
    rows: Object.entries(EVENTS).map(([series, key]) => ({
      ...whole,
      name: words(phrase(key)),
      figures: [...lastAndBefore(report, series), total(countIn(counts, series))],
    })),
  }
}

function topics(source: TableContext): Table {
  const rows = topicsOf(source.line).map((slug) => ({
    name: titleOf(slug, source),
    series: [`open ${slug}`, `finish ${slug}`],
  }))
  return summed(source, 'topics', ['topic', 'opened', 'finished'], byCount(source, rows))
}

function helped(source: TableContext): Table {
  const rows = topicsOf(source.line).map((slug) => ({
    name: titleOf(slug, source),
    series: [`helped ${slug}`, `not-helped ${slug}`],
  }))
  return summed(source, 'helped', ['topic', 'yes', 'no'], byCount(source, counted(source, rows)))
}

/** Where people were not understood, or did nothing. */
function places(source: TableContext): Table {
  const rows = readingOrder(source.line).map((slug) => ({
    name: titleOf(slug, source),
    series: [`unmatched ${slug}`, `silence ${slug}`, `wrong-key ${slug}`],
  }))
  const head = ['place', 'unmatched', 'silence', 'wrongKey'] as const
  return summed(source, 'places', head, byCount(source, counted(source, rows)))
}

/** The line's languages, and those that it had when something was counted. */
function languages(source: TableContext): Table {
  const { report, line } = source
  const seen = [...report.counts.keys()].flatMap(
    (series) => /^(?:language|message) (.+)$/.exec(series)?.[1] ?? [],
  )
  const rows = [...new Set([...line.settings.locales, ...seen.sort()])].map((locale) => ({
    name: line.locales[locale]?.settings.name ?? locale,
    series: [`language ${locale}`, `message ${locale}`],
  }))
  return summed(source, 'languages', ['language', 'chosen', 'texts'], rows)
}

/** Calls by their length, the shortest first. */
function lengths(source: TableContext): Table {
  const bands = [...source.report.counts.keys()].flatMap((series) => /^hang-up (.+)$/.exec(series)?.[1] ?? [])
  const rows = bands
    .sort((one, other) => (Number.parseInt(one, 10) || 0) - (Number.parseInt(other, 10) || 0))
    .map((band) => ({
      name: source.words(phrase('usage.seconds', { band })),
      series: [`hang-up ${band}`],
    }))
  return summed(source, 'lengths', ['length', 'calls'], rows)
}

function hours(source: TableContext): Table {
  const rows = HOURS.map((hour) => ({
    name: `${String(hour).padStart(2, '0')}:00`,
    series: [`call at ${hour}`],
  }))
  return summed(source, 'hours', ['hour', 'calls'], rows)
}

function counted({ report: { counts } }: TableContext, rows: readonly Counted[]): readonly Counted[] {
  return rows.filter(({ series }) => series.some((each) => countIn(counts, each) > 0))
}

/** By the first column, the most first. */
function byCount({ report: { counts } }: TableContext, rows: readonly Counted[]): readonly Counted[] {
  const first = ({ series }: Counted) => countIn(counts, series[0] ?? '')
  return rows.toSorted((one, other) => first(other) - first(one))
}

function topicsOf(line: Line): readonly string[] {
  return readingOrder(line).filter((slug) => line.nodes[slug]?.kind === 'topic')
}

function titleOf(slug: string, { words }: TableContext): string {
  return words({ key: `nodes:${slug}.title` })
}
