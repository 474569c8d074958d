/**
 * The operator's report, made from disclosed counts only.
 *
 * Calls, texts, requests for a person and words not understood are shown by day, week or month. The rest is shown for whole
 * months: by day there would be small counts only. Texts are the sum of what is disclosed of each language, so that no
 * language can be computed from the others.
 *
 * @example
 * const { report, problem } = await readReport(store, line, { from: '2026-11-01', by: 'week' }, new Date())
 * report?.total.calls // { atLeast: 152, atMost: 152, exactPart: 140 }
 */
import { Temporal } from 'temporal-polyfill'
import type { Line } from '../line/line.ts'
import { readingOrder } from '../line/reading-order.ts'
import type { Wording } from '../locale/wording.ts'
import { chunks, type Store } from '../usage/stores/store.ts'
import { addByDay, countIn, type DayCounts, type Series } from './day-counts.ts'
import { type DisclosedCount, sumDisclosed } from './disclosed-count.ts'
import { disclose, disclosedIn } from './disclosure.ts'
import { type CallHours, discloseCallHours, discloseOutcomes, type OutcomeCounts } from './monthly-counts.ts'
import {
  buildPeriodTree,
  calendarUnits,
  type DateRange,
  type Day,
  dayOf,
  leafPeriods,
  monthOf,
  periodsTouching,
  quarterOf,
  weekInMonthOf,
  widenTo,
  yearOf,
} from './periods.ts'
import { type RangeQuery, type ReportRange, readRange } from './range.ts'

export interface Report {
  /** As it was asked for. */
  readonly range: ReportRange
  /** The days, weeks or months that the range touches, whole. */
  readonly periods: readonly PeriodCounts[]
  /** All these periods together. */
  readonly total: PeriodCounts
  /** The whole months that the range touches: everything below is about them. */
  readonly months: DateRange
  readonly languages: readonly LanguageCounts[]
  /** Opened, told to the end, and left before. */
  readonly topics: readonly OutcomeCounts[]
  /** By channel: begun, heard or read to the end, and left before. */
  readonly parts: readonly OutcomeCounts[]
  /** By topic, where the line asks: answers, yes, and no. */
  readonly helped: readonly OutcomeCounts[]
  readonly callHours: CallHours
}

export interface PeriodCounts extends DateRange {
  readonly calls: DisclosedCount
  readonly texts: DisclosedCount
  /** Requests for a person. */
  readonly person: DisclosedCount
  /** Words that matched nothing. */
  readonly unmatched: DisclosedCount
}

export interface LanguageCounts {
  readonly locale: string
  /** Chosen in a call. */
  readonly chosen: DisclosedCount
  readonly texts: DisclosedCount
}

const HOUR_MS = 3_600_000
const COUNTERS_AT_ONCE = 1000

/** The report that the query asks for, or `problem`: the sentence that says what is wrong with the query. */
export async function readReport(
  store: Pick<Store, 'read'>,
  line: Line,
  query: RangeQuery,
  now: Date,
): Promise<{ report: Report; problem?: never } | { problem: Wording; report?: never }> {
  const { zone } = line.settings.handoff
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const { range, problem } = readRange(query, today)
  if (problem) return { problem }
  const counts: DayCounts = new Map()
  // One month after the other: a year of a busy line is more than a small machine should hold at once.
  for (const { from, to } of periodsTouching(daysToCount(range), monthOf)) {
    const counters = await store.read(firstHour(from, zone), firstHour(to.add({ days: 1 }), zone))
    await mapWithPauses(chunks(counters, COUNTERS_AT_ONCE), (some) => addByDay(counts, some, zone))
  }
  return { report: await makeReport(counts, range, today, line) }
}

/** A report of a year takes a second: callers are answered in the pauses. */
async function mapWithPauses<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const item of items) {
    results.push(map(item))
    await new Promise((resolve) => setTimeout(resolve))
  }
  return results
}

/** Whole months: every report that touches a month discloses the same of it. */
function daysToCount(range: ReportRange): DateRange {
  return widenTo(widenTo(range, calendarUnits[range.by]), monthOf)
}

/** The first full hour of a day, in hours since 1970. */
function firstHour(day: Day, zone: string): number {
  return Math.ceil(day.toZonedDateTime(zone).epochMilliseconds / HOUR_MS)
}

async function makeReport(counts: DayCounts, range: ReportRange, today: Day, line: Line): Promise<Report> {
  const days = leafPeriods(daysToCount(range), dayOf, today)
  const dayTree = buildPeriodTree(days, [weekInMonthOf, monthOf, quarterOf, yearOf])
  const discloseByDay = (series: Series) => disclose(dayTree, (period) => countIn(counts, series, period))

  const wholeMonths = widenTo(range, monthOf)
  const months = leafPeriods(wholeMonths, monthOf, today)
  const monthTree = buildPeriodTree(months, [quarterOf, yearOf])
  const discloseByMonth = (series: Series) => disclose(monthTree, (period) => countIn(counts, series, period))

  const [calls = [], person = [], unmatched = []] = await mapWithPauses(
    ['calls', 'person', 'unmatched'] as const,
    discloseByDay,
  )
  const languages = await mapWithPauses(localesIn(counts, line), (locale) => ({
    locale,
    chosen: discloseByMonth(`chosen ${locale}`),
    texts: discloseByDay(`texts ${locale}`),
  }))
  const countPeriod = (period: DateRange): PeriodCounts => ({
    from: period.from,
    to: period.to,
    calls: disclosedIn(calls, period),
    texts: sumDisclosed(languages.map(({ texts }) => disclosedIn(texts, period))),
    person: disclosedIn(person, period),
    unmatched: disclosedIn(unmatched, period),
  })
  const unit = calendarUnits[range.by]
  const topics = readingOrder(line).filter((slug) => line.nodes[slug]?.kind === 'topic')
  const outcomes = (subject: string, series: Parameters<typeof discloseOutcomes>[2]) =>
    discloseOutcomes(counts, subject, series, monthTree, wholeMonths)
  return {
    range,
    periods: await mapWithPauses(periodsTouching(range, unit), countPeriod),
    total: countPeriod(widenTo(range, unit)),
    months: wholeMonths,
    languages: languages.map(({ locale, chosen, texts }) => ({
      locale,
      chosen: disclosedIn(chosen, wholeMonths),
      texts: disclosedIn(texts, wholeMonths),
    })),
    topics: await mapWithPauses(topics, (slug) =>
      outcomes(slug, { all: [`opened ${slug}`], done: `finished ${slug}` }),
    ),
    parts: (['voice', 'sms'] as const).map((channel) =>
      outcomes(channel, { all: [`begun ${channel}`], done: `heard ${channel}` }),
    ),
    helped: await mapWithPauses(line.settings.askIfItHelped ? topics : [], (slug) =>
      outcomes(slug, { all: [`helped ${slug}`, `not helped ${slug}`], done: `helped ${slug}` }),
    ),
    callHours: discloseCallHours(counts, months, (month) => disclosedIn(calls, month)),
  }
}

/** The line's locales, and those that it had when something was counted. */
function localesIn(counts: DayCounts, line: Line): readonly string[] {
  const counted = [...counts.keys()].flatMap((series) => /^(?:texts|chosen) (.+)$/.exec(series)?.[1] ?? [])
  return [...new Set([...line.settings.locales, ...counted.sort()])]
}
