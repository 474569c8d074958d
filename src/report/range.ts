/**
 * Which days a report covers, and whether it shows them by week or month.
 *
 * @example
 * readRange({ from: '2026-11-01', to: '2026-11-30', by: 'week' }, today)
 * readRange({}, today) // this month and the eleven before it, by month
 */
import { Temporal } from 'temporal-polyfill'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { type DateRange, type Day, earlier, type Granularity, granularities, isBefore } from './periods.ts'

/** What the operator typed. */
export interface RangeQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly by?: string | undefined
}

export interface ReportRange extends DateRange {
  readonly by: Granularity
}

const MAX_DAYS = 366

/** The range without days to come, or `problem`: a sentence for the operator that says what is wrong with the query. */
export function readRange(
  query: RangeQuery,
  today: Day,
): { range: ReportRange; problem?: never } | { problem: Wording; range?: never } {
  const by = granularities.find((granularity) => granularity === (query.by || 'month'))
  if (!by) return { problem: phrase('usage.noPeriod', { period: String(query.by) }) }
  for (const date of [query.from, query.to])
    if (date && !readDay(date)) return { problem: phrase('usage.noDate', { date }) }
  const last = readDay(query.to) ?? today
  const from = readDay(query.from) ?? earlier(last, today).subtract({ months: 11 }).with({ day: 1 })
  if (isBefore(last, from))
    return { problem: phrase('usage.wrongOrder', { from: from.toString(), to: last.toString() }) }
  if (isBefore(today, from))
    return { problem: phrase('usage.notYet', { from: from.toString(), today: today.toString() }) }
  if (from.until(last).days >= MAX_DAYS) return { problem: phrase('usage.tooLong', { days: MAX_DAYS }) }
  return { range: { from, to: earlier(last, today), by } }
}

/** Undefined if there is no such day. */
function readDay(date: string | undefined): Day | undefined {
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
