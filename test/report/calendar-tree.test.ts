/** The tree of calendar periods, on which small-cell suppression rests. */
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  buildPeriodTree,
  type CalendarPeriod,
  type DateRange,
  dayOf,
  leafPeriods,
  monthOf,
  quarterOf,
  weekInMonthOf,
  yearOf,
} from '../../src/report/periods.ts'

test('the periods of the calendar form a tree: each consists of its parts, in order and without a gap', () => {
  const range: DateRange = {
    from: Temporal.PlainDate.from('2024-01-01'),
    to: Temporal.PlainDate.from('2026-12-31'),
  }
  const days = leafPeriods(range, dayOf, range.to)
  const periods = buildPeriodTree(days, [weekInMonthOf, monthOf, quarterOf, yearOf])
  const leaves = ({ from, parts }: CalendarPeriod): readonly string[] =>
    parts.length === 0 ? [from.toString()] : parts.flatMap(leaves)
  expect(periods.flatMap(leaves)).toEqual(days.map(({ from }) => from.toString()))
  expect(periods.slice(0, 2).map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2024-01-01 2024-12-31',
    '2025-01-01 2025-12-31',
  ])
  // The last day has not ended, and so neither has its week, month, quarter or year.
  expect(periods.slice(2).map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2026-01-01 2026-03-31',
    '2026-04-01 2026-06-30',
    '2026-07-01 2026-09-30',
    '2026-10-01 2026-10-31',
    '2026-11-01 2026-11-30',
    '2026-12-01 2026-12-06',
    '2026-12-07 2026-12-13',
    '2026-12-14 2026-12-20',
    '2026-12-21 2026-12-27',
    '2026-12-28 2026-12-28',
    '2026-12-29 2026-12-29',
    '2026-12-30 2026-12-30',
    '2026-12-31 2026-12-31',
  ])
})
