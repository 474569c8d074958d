/**
 * Calls by hour of the day, for whole months.
 *
 * The hours of a month add up to its calls, as its days do. They are shown only where that total is shown to the one
 * and, beside it, each hidden hour keeps two values or more: then they tell nothing about the days that the total does not.
 *
 * @example
 * countCallHours(counts, months, (days) => shownIn(calls, days)) // { months: [...], hours: [...24] }
 */
import { countOn, type DayCounts } from './day-counts.ts'
import { isExact, type Shown, showCount, showTotal, sumShown } from './shown.ts'
import type { Days, Span } from './spans.ts'

export interface CallHours {
  /** The months that can be shown, out of those asked for. */
  readonly months: readonly Days[]
  /** Of the hours 0 to 23, in these months together. */
  readonly hours: readonly Shown[]
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export function countCallHours(
  counts: DayCounts,
  months: readonly Span[],
  callsIn: (days: Days) => Shown,
): CallHours {
  const hoursIn = (days: Days) => HOURS.map((hour) => showCount(countOn(counts, `calls at ${hour}`, days)))
  const shown = months.filter((span) => {
    const calls = callsIn(span)
    return !span.growing && isExact(calls) && isExact(showTotal(calls.atLeast, hoursIn(span)))
  })
  const ofMonths = shown.map(hoursIn)
  return {
    months: shown,
    hours: HOURS.map((hour) => sumShown(ofMonths.flatMap((hours) => hours[hour] ?? []))),
  }
}
