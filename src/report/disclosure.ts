/**
 * What is disclosed of one count over time: a tree of periods, each with its total.
 *
 * The tree depends on the counts alone, never on the range that is asked for, and every answer is a sum over the tree. So
 * asking for one range after another, or for days beside weeks beside months, reveals nothing that is not in the tree.
 *
 * @example
 * const calls = disclose(periods, (period) => countIn(counts, 'calls', period))
 * disclosedIn(calls, { from, to }) // { atLeast: 41, atMost: 50, exactPart: 41 }
 */
import { type DisclosedCount, discloseCount, discloseTotal, sumDisclosed } from './disclosed-count.ts'
import { type CalendarPeriod, type DateRange, isBefore } from './periods.ts'

export interface DisclosedPeriod extends DateRange {
  readonly count: DisclosedCount
  readonly parts: readonly DisclosedPeriod[]
}

/** `discloseLeaf` says what is disclosed of a period without parts. */
export function disclose(
  periods: readonly CalendarPeriod[],
  countOf: (range: DateRange) => number,
  discloseLeaf: (period: CalendarPeriod) => DisclosedCount = (period) =>
    discloseCount(countOf(period), period.ongoing),
): readonly DisclosedPeriod[] {
  const disclosePeriod = (period: CalendarPeriod): DisclosedPeriod => {
    const { from, to } = period
    if (period.parts.length === 0) return { from, to, parts: [], count: discloseLeaf(period) }
    const parts = period.parts.map(disclosePeriod)
    const partCounts = parts.map(({ count }) => count)
    return { from, to, parts, count: discloseTotal(countOf(period), partCounts) }
  }
  return periods.map(disclosePeriod)
}

/** What is disclosed of a range: the sum of the largest periods that lie within it. */
export function disclosedIn(periods: readonly DisclosedPeriod[], range: DateRange): DisclosedCount {
  return sumDisclosed(
    periods.flatMap((period) => {
      if (isBefore(period.to, range.from) || isBefore(range.to, period.from)) return []
      const isWithin = !isBefore(period.from, range.from) && !isBefore(range.to, period.to)
      return [isWithin ? period.count : disclosedIn(period.parts, range)]
    }),
  )
}
