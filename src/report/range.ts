/**
 * What a report is asked for: the days, and whether they are shown by day, week or month.
 *
 * @example
 * readRange({ from: '2026-11-01', to: '2026-11-30', by: 'week' }, today)
 * readRange({}, today) // this month and the eleven before it, by month
 */
import { Temporal } from 'temporal-polyfill'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { type Around, type Day, type Days, earlier, isBefore, month, week } from './spans.ts'

export const periods = ['day', 'week', 'month'] as const
export type Period = (typeof periods)[number]

/** What was asked, as it was typed. */
export interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly by?: string | undefined
}

export interface Range extends Days {
  readonly by: Period
}

export const aroundOf: Record<Period, Around> = { day: (day) => ({ from: day, to: day }), week, month }

const MOST_DAYS = 366

/** `problem` is a sentence for whoever asked. Days to come are left out. */
export function readRange(
  asked: Asked,
  today: Day,
): { range: Range; problem?: never } | { problem: Wording; range?: never } {
  const by = periods.find((period) => period === (asked.by || 'month'))
  if (!by) return { problem: phrase('usage.noPeriod', { period: String(asked.by) }) }
  for (const date of [asked.from, asked.to])
    if (date && !readDay(date)) return { problem: phrase('usage.noDate', { date }) }
  const last = readDay(asked.to) ?? today
  const from = readDay(asked.from) ?? earlier(last, today).subtract({ months: 11 }).with({ day: 1 })
  if (isBefore(last, from))
    return { problem: phrase('usage.wrongOrder', { from: from.toString(), to: last.toString() }) }
  if (isBefore(today, from))
    return { problem: phrase('usage.notYet', { from: from.toString(), today: today.toString() }) }
  if (from.until(last).days >= MOST_DAYS) return { problem: phrase('usage.tooLong', { days: MOST_DAYS }) }
  return { range: { from, to: earlier(last, today), by } }
}

/** Nothing where there is no such day. */
function readDay(date: string | undefined): Day | undefined {
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
