/**
 * What is disclosed for whole months only: topics, parts, whether they helped, and calls by hour of the day.
 *
 * @example
 * discloseOutcomes(counts, 'bone', { all: ['opened bone'], done: 'finished bone' }, tree, range) // { subject: 'bone', all: …, … }
 * discloseCallHours(counts, months, (range) => disclosedIn(calls, range)) // { months: […], hours: [24 counts] }
 */
import { countIn, type DayCounts, type Series } from './day-counts.ts'
import {
  type DisclosedCount,
  discloseCount,
  discloseTotal,
  isExact,
  sumDisclosed,
} from './disclosed-count.ts'
import { disclose, disclosedIn } from './disclosure.ts'
import { type CalendarPeriod, type DateRange, leavesIn } from './periods.ts'

/** Something that ends in one of two ways. */
export interface OutcomeCounts {
  /** A topic or a channel. */
  readonly subject: string
  readonly all: DisclosedCount
  readonly done: DisclosedCount
  readonly rest: DisclosedCount
}

export interface CallHours {
  /** The months that can be disclosed, out of those asked for. */
  readonly months: readonly DateRange[]
  /** Calls by hour of the day, 0 to 23, in these months together. */
  readonly hours: readonly DisclosedCount[]
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/**
 * How often something was begun, brought to its end, and left before. Each beginning is brought to its end or left: these two are
 * the parts of a month's beginnings, and their total is disclosed as the total of these parts.
 */
export function discloseOutcomes(
  counts: DayCounts,
  subject: string,
  series: { readonly all: readonly Series[]; readonly done: Series },
  periods: readonly CalendarPeriod[],
  range: DateRange,
): OutcomeCounts {
  const all = (of: DateRange) => series.all.reduce((sum, each) => sum + countIn(counts, each, of), 0)
  // A caller who hears the last part twice finishes twice what was opened once.
  const done = (of: DateRange) => Math.min(all(of), countIn(counts, series.done, of))
  const rest = (of: DateRange) => all(of) - done(of)
  const discloseMonth = (month: CalendarPeriod) =>
    month.ongoing
      ? discloseCount(all(month), true)
      : discloseTotal(all(month), [discloseCount(done(month)), discloseCount(rest(month))])
  const months = leavesIn(periods)
  return {
    subject,
    all: disclosedIn(disclose(periods, all, discloseMonth), range),
    done: disclosedIn(disclose(months, done), range),
    rest: disclosedIn(disclose(months, rest), range),
  }
}

/**
 * The hours of a month add up to its calls, and so do its days. The hours are disclosed only if the month's calls are exact,
 * and would be exact as the total of the hours alone. Then the hours tell nothing about the days that the total does not.
 */
export function discloseCallHours(
  counts: DayCounts,
  months: readonly CalendarPeriod[],
  callsIn: (range: DateRange) => DisclosedCount,
): CallHours {
  const hoursIn = (range: DateRange) =>
    HOURS.map((hour) => discloseCount(countIn(counts, `calls at ${hour}`, range)))
  const disclosedMonths = months.filter((month) => {
    const calls = callsIn(month)
    return !month.ongoing && isExact(calls) && isExact(discloseTotal(calls.atLeast, hoursIn(month)))
  })
  const hoursByMonth = disclosedMonths.map(hoursIn)
  return {
    months: disclosedMonths,
    hours: HOURS.map((hour) => sumDisclosed(hoursByMonth.flatMap((hours) => hours[hour] ?? []))),
  }
}
