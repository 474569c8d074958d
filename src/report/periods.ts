/**
 * The calendar as a tree of periods: days in weeks, weeks in months, months in quarters and years.
 *
 * A week that lies in two months is two periods, so that each period is part of only one larger period.
 *
 * @example
 * buildPeriodTree(leafPeriods({ from, to }, dayOf, today), [weekInMonthOf, monthOf, quarterOf, yearOf])
 */
import { Temporal } from 'temporal-polyfill'

export type Day = Temporal.PlainDate

/** From one day to another, both included. */
export interface DateRange {
  readonly from: Day
  readonly to: Day
}

export interface CalendarPeriod extends DateRange {
  /** The smaller periods that it consists of; empty for a leaf of the tree. */
  readonly parts: readonly CalendarPeriod[]
  /** It has not ended yet. */
  readonly ongoing: boolean
}

/** The kinds of period that a report can be asked for. */
export const granularities = ['day', 'week', 'month'] as const
export type Granularity = (typeof granularities)[number]

/** A kind of period: gives the dates of the period that a day lies in. */
export type CalendarUnit = (day: Day) => DateRange

export const dayOf: CalendarUnit = (day) => ({ from: day, to: day })

/** ISO weeks: they begin on Monday. */
const weekOf: CalendarUnit = (day) => {
  const from = day.subtract({ days: day.dayOfWeek - 1 })
  return { from, to: from.add({ days: 6 }) }
}

export const monthOf: CalendarUnit = (day) => ({
  from: day.with({ day: 1 }),
  to: day.with({ day: day.daysInMonth }),
})

export const calendarUnits: Record<Granularity, CalendarUnit> = { day: dayOf, week: weekOf, month: monthOf }

/** The part of a week that lies in one month. */
export const weekInMonthOf: CalendarUnit = (day) => {
  const [week, month] = [weekOf(day), monthOf(day)]
  return { from: later(week.from, month.from), to: earlier(week.to, month.to) }
}

export const quarterOf: CalendarUnit = (day) => {
  const from = day.with({ month: day.month - ((day.month - 1) % 3), day: 1 })
  return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) }
}

export const yearOf: CalendarUnit = (day) => ({
  from: day.with({ month: 1, day: 1 }),
  to: day.with({ month: 12, day: 31 }),
})

/** The periods of one kind that overlap a range, in order. */
export function periodsTouching({ from, to }: DateRange, unit: CalendarUnit): readonly DateRange[] {
  const periods: DateRange[] = []
  for (let period = unit(from); !isBefore(to, period.from); period = unit(period.to.add({ days: 1 })))
    periods.push(period)
  return periods
}

/** A range made longer at both ends until it consists of whole periods of one kind. */
export function widenTo({ from, to }: DateRange, unit: CalendarUnit): DateRange {
  return { from: unit(from).from, to: unit(to).to }
}

/** The leaves of a tree, up to the period that today lies in. */
export function leafPeriods(range: DateRange, unit: CalendarUnit, today: Day): readonly CalendarPeriod[] {
  return periodsTouching({ from: range.from, to: earlier(range.to, today) }, unit).map(({ from, to }) => ({
    from,
    to,
    parts: [],
    ongoing: !isBefore(to, today),
  }))
}

/** The leaves of a tree that was built. */
export function leavesIn(periods: readonly CalendarPeriod[]): readonly CalendarPeriod[] {
  return periods.flatMap((period) => (period.parts.length === 0 ? [period] : leavesIn(period.parts)))
}

/** Joins periods level by level, smallest unit first. A period that is incomplete or ongoing is not joined. */
export function buildPeriodTree(
  leaves: readonly CalendarPeriod[],
  units: readonly CalendarUnit[],
): readonly CalendarPeriod[] {
  return units.reduce((periods, unit) => joinLevel(periods, unit), leaves)
}

function joinLevel(periods: readonly CalendarPeriod[], unit: CalendarUnit): readonly CalendarPeriod[] {
  const groups = new Map<string, CalendarPeriod[]>()
  for (const period of periods) {
    const key = unit(period.from).from.toString()
    groups.set(key, [...(groups.get(key) ?? []), period])
  }
  return [...groups.values()].flatMap((parts) => {
    const [first, last] = [parts[0], parts.at(-1)]
    if (!first || !last) return []
    const { from, to } = unit(first.from)
    const isWhole = first.from.equals(from) && last.to.equals(to) && !last.ongoing
    return isWhole ? [{ from, to, parts, ongoing: false }] : parts
  })
}

export function isBefore(one: Day, other: Day): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}

export function earlier(one: Day, other: Day): Day {
  return isBefore(one, other) ? one : other
}

function later(one: Day, other: Day): Day {
  return isBefore(one, other) ? other : one
}
