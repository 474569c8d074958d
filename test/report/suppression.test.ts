/**
 * Small-cell suppression holds against an attacker who sees everything that is disclosed, and knows the rules: nobody can
 * compute a count from 1 to 10, or a sum of several counts that is 10 or less.
 *
 * For each of them there are other counts, for which exactly the same is disclosed, and among which it is another number.
 * The search looks at neighbours: counts that differ by one, in two cells at most.
 */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { DayCounts } from '../../src/report/day-counts.ts'
import { type DisclosedCount, SMALL_CELL_MAX } from '../../src/report/disclosed-count.ts'
import { type DisclosedPeriod, disclose, disclosedIn } from '../../src/report/disclosure.ts'
import { discloseCallHours, discloseOutcomes } from '../../src/report/monthly-counts.ts'
import {
  buildPeriodTree,
  type CalendarPeriod,
  type DateRange,
  leafPeriods,
  monthOf,
  quarterOf,
  yearOf,
} from '../../src/report/periods.ts'

/** The counts of all cells; a cell is a day, an hour of a day, or one of the two outcomes of a month. */
type Cells = readonly number[]

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const sumAt = (cells: Cells, indexes: readonly number[]) => sum(indexes.map((index) => cells[index] ?? 0))

/** All cells that differ from these by one in one cell, or in two whose sum stays the same. */
function* neighbours(cells: Cells): Generator<Cells> {
  const indexes = [...cells.keys()]
  for (const up of indexes) yield cells.map((count, index) => (index === up ? count + 1 : count))
  for (const down of indexes.filter((index) => cells[index])) {
    yield cells.map((count, index) => (index === down ? count - 1 : count))
    for (const up of indexes.filter((index) => index !== down))
      yield cells.map((count, index) => (index === up ? count + 1 : index === down ? count - 1 : count))
  }
}

/** Each set is a list of cells whose sum an attacker may want to know. */
function expectSuppressed(
  cells: Cells,
  discloseAll: (cells: Cells) => readonly DisclosedCount[],
  sets: readonly (readonly number[])[],
): void {
  const asText = (counts: readonly DisclosedCount[]) =>
    counts.map(({ atLeast, atMost, exactPart }) => `${atLeast}–${atMost} (${exactPart})`).join()
  const disclosed = asText(discloseAll(cells))
  const same = [...neighbours(cells)].filter((other) => asText(discloseAll(other)) === disclosed)
  for (const set of sets) {
    const total = sumAt(cells, set)
    if (total < 1 || total > SMALL_CELL_MAX) continue
    const differs = same.some((other) => sumAt(other, set) !== total)
    // A message is made only on failure: there are thousands of sets.
    if (!differs) expect.fail(`${total} at ${set} of ${cells} can be computed from ${disclosed}`)
  }
}

/** Counts as lines have them: none, one, a few, many, and those at the threshold. */
const count = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 10 }) },
  { weight: 2, arbitrary: fc.constantFrom(9, 10, 11, 12) },
  { weight: 1, arbitrary: fc.integer({ min: 11, max: 99 }) },
)
const cellsUpTo = (maxLength: number): fc.Arbitrary<Cells> =>
  fc.oneof(
    fc.array(count, { minLength: 1, maxLength }),
    fc.array(fc.constant(1), { minLength: 1, maxLength }),
    fc.array(fc.constant(10), { minLength: 1, maxLength }),
    fc.array(fc.constantFrom(1, 1, 1, 2, 30), { minLength: 1, maxLength }),
  )

const first = Temporal.PlainDate.from('2026-01-01')
const daysOf = (many: number): readonly CalendarPeriod[] =>
  Array.from({ length: many }, (_, index) => {
    const day = first.add({ days: index })
    return { from: day, to: day, parts: [], ongoing: false }
  })
/** The cells of a range, if each cell is a day. */
const daysIn = ({ from, to }: DateRange) => {
  const start = from.dayOfYear - 1
  return Array.from({ length: to.dayOfYear - start }, (_, index) => start + index)
}
const everyPeriod = (periods: readonly CalendarPeriod[]): readonly CalendarPeriod[] =>
  periods.flatMap((period) => [period, ...everyPeriod(period.parts)])
const countsOf = (periods: readonly DisclosedPeriod[]): readonly DisclosedCount[] =>
  periods.flatMap(({ count, parts }) => [count, ...countsOf(parts)])

/** A tree of any shape over days, with a count for each day; the last day may be ongoing. */
const trees = fc
  .record({
    cells: cellsUpTo(18),
    levels: fc.array(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 6 }), {
      maxLength: 4,
    }),
    ongoing: fc.boolean(),
  })
  .map(({ cells, levels, ongoing }) => {
    const days = daysOf(cells.length).map((day, index) => ({
      ...day,
      ongoing: ongoing && index === cells.length - 1,
    }))
    return { cells, periods: levels.reduce<readonly CalendarPeriod[]>(joinBySizes, days) }
  })

/** Joins periods in groups of these sizes; the ongoing period stays by itself. */
function joinBySizes(
  periods: readonly CalendarPeriod[],
  sizes: readonly number[],
): readonly CalendarPeriod[] {
  const joined: CalendarPeriod[] = []
  for (let at = 0, group = 0; at < periods.length; group += 1) {
    const parts = periods.slice(at, at + (sizes[group % sizes.length] ?? 1))
    const [from, to] = [parts[0]?.from, parts.at(-1)?.to]
    if (from && to && !parts.some(({ ongoing }) => ongoing)) joined.push({ from, to, parts, ongoing: false })
    else joined.push(...parts)
    at += parts.length
  }
  return joined
}

describe('nobody can compute', () => {
  test('what was counted on any days', () => {
    fc.assert(
      fc.property(trees, fc.array(fc.nat()), ({ cells, periods }, seeds) => {
        const indexes = [...cells.keys()]
        const cellsIn = new Map<DateRange, readonly number[]>(
          everyPeriod(periods).map((period) => [period, daysIn(period)]),
        )
        const isSmall = (index: number) => (cells[index] ?? 0) <= SMALL_CELL_MAX
        expectSuppressed(
          cells,
          (each) => countsOf(disclose(periods, (period) => sumAt(each, cellsIn.get(period) ?? []))),
          [
            ...indexes.map((index) => [index]),
            ...cellsIn.values(),
            ...[...cellsIn.values()].map((days) => days.filter(isSmall)),
            ...seeds.map((seed) => indexes.filter((index) => (seed >> index) & 1)),
          ],
        )
      }),
      { numRuns: 150 },
    )
  })

  test('how often a topic was finished, or left before its end', () => {
    const endOf = (months: number) => first.add({ months }).subtract({ days: 1 })
    fc.assert(
      fc.property(cellsUpTo(8), fc.boolean(), (cells, ongoing) => {
        // Each month has two cells: finished and left.
        const monthCount = Math.ceil(cells.length / 2)
        const today = endOf(monthCount).add({ days: ongoing ? 0 : 1 })
        const months = leafPeriods({ from: first, to: endOf(monthCount) }, monthOf, today)
        const tree = buildPeriodTree(months, [quarterOf, yearOf])
        const discloseRanges = (each: Cells) => {
          const byMonth = (countOf: (month: number) => number) =>
            new Map(months.map(({ from }, month) => [from.toString(), countOf(month)]))
          const counts: DayCounts = new Map([
            ['opened bone', byMonth((month) => sumAt(each, [month * 2, month * 2 + 1]))],
            ['finished bone', byMonth((month) => each[month * 2] ?? 0)],
          ])
          return months.flatMap(({ from }, start) =>
            months.slice(start).flatMap(({ to }) => {
              const series = { all: ['opened bone'], done: 'finished bone' } as const
              const { all, done, rest } = discloseOutcomes(counts, 'bone', series, tree, { from, to })
              return [all, done, rest]
            }),
          )
        }
        expectSuppressed(cells, discloseRanges, [
          ...[...cells.keys()].map((index) => [index]),
          ...months.map((_, month) => [month * 2, month * 2 + 1]),
        ])
      }),
      { numRuns: 40 },
    )
  })

  test('what was counted at any hour of the day, or on any day beside it', () => {
    const hours = [9, 15, 23]
    const days = daysOf(4)
    const month = joinBySizes(joinBySizes(days, [2, 1]), [3])
    const dayAt = (cell: number) => Math.floor(cell / hours.length)
    const hourAt = (cell: number) => cell % hours.length
    const cellsIn = new Map<DateRange, readonly number[]>(
      everyPeriod(month).map((period) => [
        period,
        daysIn(period).flatMap((day) => hours.map((_, hour) => day * hours.length + hour)),
      ]),
    )
    const discloseAll = (cells: Cells) => {
      const calls = disclose(month, (period) => sumAt(cells, cellsIn.get(period) ?? []))
      const counts: DayCounts = new Map(
        hours.map((hour, index) => [
          `calls at ${hour}` as const,
          new Map(days.map(({ from }, day) => [from.toString(), cells[day * hours.length + index] ?? 0])),
        ]),
      )
      const callHours = discloseCallHours(counts, month, (range) => disclosedIn(calls, range))
      return { calls, callHours }
    }
    fc.assert(
      fc.property(fc.array(count, { minLength: 12, maxLength: 12 }), (cells) => {
        const indexes = [...cells.keys()]
        const isDisclosed = discloseAll(cells).callHours.months.length > 0
        expectSuppressed(
          cells,
          (each) => {
            const { calls, callHours } = discloseAll(each)
            return [...countsOf(calls), ...(callHours.months.length > 0 ? callHours.hours : [])]
          },
          [
            ...days.map((_, day) => indexes.filter((cell) => dayAt(cell) === day)),
            ...(isDisclosed ? hours.map((_, hour) => indexes.filter((cell) => hourAt(cell) === hour)) : []),
          ],
        )
      }),
      { numRuns: 25 },
    )
  })
})
