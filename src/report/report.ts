/**
 * The operator's report: what was counted in whole weeks or months, and in the last of them beside the one before.
 *
 * @example
 * const { report, problem } = await readReport(store, line, { from: '2026-11-01', by: 'week' }, new Date())
 * countIn(report.counts, 'call', report.periods[0])
 */
import type { Line } from '../line/line.ts'
import type { Wording } from '../locale/wording.ts'
import { chunks, type Store } from '../usage/stores/store.ts'
import { addByPeriod, type Counts } from './counts.ts'
import { calendarUnits, type DateRange, type Day, dayIn, periodsTouching } from './periods.ts'
import { type RangeQuery, type ReportRange, readRange } from './range.ts'

export interface Report {
  /** As it was asked for. */
  readonly range: ReportRange
  /** The weeks or months that the range touches, whole; the last may go on. */
  readonly periods: readonly DateRange[]
  /** Of these periods. */
  readonly counts: Counts
  /** The period before the last one. It may lie before the range: `countsBefore` has its counts. */
  readonly before: DateRange
  readonly countsBefore: Counts
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
  const { range, problem } = readRange(query, dayIn(zone, now))
  if (problem) return { problem }
  const unit = calendarUnits[range.by]
  const periods = periodsTouching(range, unit)
  const inRange = periods.at(-2)
  const before = inRange ?? unit(unit(range.to).from.subtract({ days: 1 }))
  const read = async (some: readonly DateRange[]) => {
    const counts: Counts = new Map()
    // One period after the other: a year of a busy line is more than a small machine should hold at once.
    for (const { from, to } of some) {
      const counters = await store.read(firstHour(from, zone), firstHour(to.add({ days: 1 }), zone))
      for (const few of chunks(counters, COUNTERS_AT_ONCE)) {
        addByPeriod(counts, few, zone, unit)
        // Callers are answered in the pauses.
        await new Promise((resolve) => setTimeout(resolve))
      }
    }
    return counts
  }
  const counts = await read(periods)
  const countsBefore = inRange ? counts : await read([before])
  return { report: { range, periods, counts, before, countsBefore } }
}

/** The first full hour of a day, in hours since 1970. */
function firstHour(day: Day, zone: string): number {
  return Math.ceil(day.toZonedDateTime(zone).epochMilliseconds / HOUR_MS)
}
