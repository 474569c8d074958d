/**
 * One whole week, by its name in ISO 8601: the last one that is over, or the one that is asked for.
 *
 * @example
 * readWeek('2026-W46', today) // { week: { from: 2026-11-09, to: 2026-11-15 } }
 */
import { Temporal } from 'temporal-polyfill'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { calendarUnits, type DateRange, type Day, isBefore } from './periods.ts'

/** The week, or `problem`: a sentence for the operator that says what is wrong with the name. */
export function readWeek(
  asked: string | undefined,
  today: Day,
): { week: DateRange; problem?: never } | { problem: Wording; week?: never } {
  const last = weekBefore(calendarUnits.week(today))
  if (!asked) return { week: last }
  const week = weekNamed(asked)
  if (!week) return { problem: phrase('week.noWeek', { week: asked }) }
  if (isBefore(last.to, week.to))
    return { problem: phrase('week.notOver', { week: asked, last: weekName(last) }) }
  return { week }
}

/** Such as `2026-W47`. */
export function weekName({ from }: DateRange): string {
  return `${from.yearOfWeek}-W${String(from.weekOfYear).padStart(2, '0')}`
}

export function weekBefore({ from }: DateRange): DateRange {
  return calendarUnits.week(from.subtract({ days: 1 }))
}

export function weekAfter({ to }: DateRange): DateRange {
  return calendarUnits.week(to.add({ days: 1 }))
}

/** Undefined where the year has no such week. */
function weekNamed(name: string): DateRange | undefined {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(name) ?? []
  if (year === undefined) return undefined
  // ISO 8601: 4 January is in the first week.
  const first = calendarUnits.week(Temporal.PlainDate.from(`${year}-01-04`))
  const week = calendarUnits.week(first.from.add({ weeks: Number(number) - 1 }))
  return weekName(week) === name ? week : undefined
}
