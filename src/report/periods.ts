/**
 * Weeks and months of the calendar.
 *
 * @example
 * periodsTouching({ from, to }, calendarUnits.week) // the weeks of November, whole
 */
import { Temporal } from 'temporal-polyfill'

export type Day = Temporal.PlainDate

/** From one day to another, both included. */
export interface DateRange {
  readonly from: Day
  readonly to: Day
}

/** The kinds of period that a report can be asked for. A day would show who called when. */
export const granularities = ['week', 'month'] as const
export type Granularity = (typeof granularities)[number]

/** A kind of period: gives the dates of the period that a day lies in. */
export type CalendarUnit = (day: Day) => DateRange

/** ISO weeks: they begin on Monday. */
const weekOf: CalendarUnit = (day) => {
  const from = day.subtract({ days: day.dayOfWeek - 1 })
  return { from, to: from.add({ days: 6 }) }
}

const monthOf: CalendarUnit = (day) => ({
  from: day.with({ day: 1 }),
  to: day.with({ day: day.daysInMonth }),
})

export const calendarUnits: Record<Granularity, CalendarUnit> = { week: weekOf, month: monthOf }

/** The day that it is in a time zone. */
export function dayIn(zone: string, now: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
}

/** The periods of one kind that overlap a range, in order. */
export function periodsTouching({ from, to }: DateRange, unit: CalendarUnit): readonly DateRange[] {
  const periods: DateRange[] = []
  for (let period = unit(from); !isBefore(to, period.from); period = unit(period.to.add({ days: 1 })))
    periods.push(period)
  return periods
}

export function isBefore(one: Day, other: Day): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}

export function earlier(one: Day, other: Day): Day {
  return isBefore(one, other) ? one : other
}
