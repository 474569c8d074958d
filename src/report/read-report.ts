/**
 * The report that was asked for, from the store; or the sentence that says what is wrong with the question.
 *
 * @example
 * const { report, problem } = await readReport(store, line, { from: '2026-11-01', by: 'week' }, new Date())
 */
import { Temporal } from 'temporal-polyfill'
import type { Line } from '../line/line.ts'
import type { Wording } from '../locale/wording.ts'
import type { Store } from '../usage/stores/store.ts'
import { addCounters, type DayCounts } from './day-counts.ts'
import { type Asked, readRange } from './range.ts'
import { daysToCount, makeReport, type Report } from './report.ts'
import { type Day, month, spansTouching } from './spans.ts'

const HOUR_MS = 3_600_000

export async function readReport(
  store: Pick<Store, 'read'>,
  line: Line,
  asked: Asked,
  now: Date,
): Promise<{ report: Report; problem?: never } | { problem: Wording; report?: never }> {
  const { zone } = line.settings.handoff
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const { range, problem } = readRange(asked, today)
  if (problem) return { problem }
  const counts: DayCounts = new Map()
  // Month by month, as a year of a busy line is more than a small machine should hold at once.
  for (const { from, to } of spansTouching(daysToCount(range), month))
    addCounters(counts, await store.read(hourOf(from, zone), hourOf(to.add({ days: 1 }), zone)), zone)
  return { report: makeReport(counts, range, today, line) }
}

/** The first hour that begins on a day. */
function hourOf(day: Day, zone: string): number {
  return Math.ceil(day.toZonedDateTime(zone).epochMilliseconds / HOUR_MS)
}
