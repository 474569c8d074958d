/**
 * What is disclosed for whole months only: topics, and calls by hour of the day.
 *
 * @example
 * discloseTopic(counts, 'bone', buildPeriodTree(months, [quarterOf, yearOf]), range) // { slug: 'bone', opened: …, … }
 * discloseCallHours(counts, months, (range) => disclosedIn(calls, range)) // { months: […], hours: [24 counts] }
 */
import { countIn, type DayCounts } from './day-counts.ts'
import {
  type DisclosedCount,
  discloseCount,
  discloseTotal,
  isExact,
  sumDisclosed,
} from './disclosed-count.ts'
import { disclose, disclosedIn } from './disclosure.ts'
import { type CalendarPeriod, type DateRange, leavesIn } from './periods.ts'

export interface TopicCounts {
  readonly slug: string
  readonly opened: DisclosedCount
  readonly finished: DisclosedCount
  /** Left before the end. */
  readonly left: DisclosedCount
}

export interface CallHours {
  /** The months that can be disclosed, out of those asked for. */
  readonly months: readonly DateRange[]
  /** Calls by hour of the day, 0 to 23, in these months together. */
  readonly hours: readonly DisclosedCount[]
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/**
 * How often a topic was opened, heard or read to its end, and left before. Each opening is finished or left: these two are
 * the parts of a month's openings, and the total of the openings is disclosed as the total of these parts.
 */
export function discloseTopic(
  counts: DayCounts,
  slug: string,
  periods: readonly CalendarPeriod[],
  range: DateRange,
): TopicCounts {
  const opened = (of: DateRange) => countIn(counts, `opened ${slug}`, of)
  // A caller who hears the last part twice finishes twice what was opened once.
  const finished = (of: DateRange) => Math.min(opened(of), countIn(counts, `finished ${slug}`, of))
  const left = (of: DateRange) => opened(of) - finished(of)
  const discloseMonth = (month: CalendarPeriod) =>
    month.ongoing
      ? discloseCount(opened(month), true)
      : discloseTotal(opened(month), [discloseCount(finished(month)), discloseCount(left(month))])
  const months = leavesIn(periods)
  return {
    slug,
    opened: disclosedIn(disclose(periods, opened, discloseMonth), range),
    finished: disclosedIn(disclose(months, finished), range),
    left: disclosedIn(disclose(months, left), range),
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
