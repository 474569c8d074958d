/** What a report may be asked for, and the sentence for what it may not. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import type { Wording } from '../../src/locale/wording.ts'
import { type Asked, readRange } from '../../src/report/range.ts'
import {
  type Days,
  joinSpans,
  month,
  quarter,
  type Span,
  smallestSpans,
  weekInMonth,
  year,
} from '../../src/report/spans.ts'
import { line } from '../support/line.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const texts = textsOf(line)
const inWords = (wording: Wording | undefined) => wording && texts('en', wording, ({ phone }) => phone)

describe('a range', () => {
  test.each<[Asked, string]>([
    [{}, '2025-12-01 2026-11-23 month'],
    [{ from: '', to: '', by: '' }, '2025-12-01 2026-11-23 month'],
    [{ from: '2026-11-01', by: 'day' }, '2026-11-01 2026-11-23 day'],
    [{ from: '2026-11-01', to: '2026-12-31', by: 'week' }, '2026-11-01 2026-11-23 week'],
    [{ to: '2024-02-29' }, '2023-03-01 2024-02-29 month'],
    [{ from: '2024-01-01', to: '2024-12-31' }, '2024-01-01 2024-12-31 month'],
  ])('%j is %s', (asked, expected) => {
    const { range } = readRange(asked, today)
    expect(`${range?.from} ${range?.to} ${range?.by}`).toBe(expected)
  })

  test.each<[Asked, string]>([
    [{ from: 'yesterday' }, '“yesterday” is not a day. Write a day as 2026-11-23.'],
    [{ to: '2026-02-30' }, '“2026-02-30” is not a day. Write a day as 2026-11-23.'],
    [{ from: '2026-11-01T00:00' }, '“2026-11-01T00:00” is not a day. Write a day as 2026-11-23.'],
    [{ by: 'year' }, 'Counts cannot be shown by “year”. Choose day, week or month.'],
    [
      { from: '2026-11-02', to: '2026-11-01' },
      'The first day, 2026-11-02, comes after the last, 2026-11-01. Turn them round.',
    ],
    [
      { from: '2026-11-24', to: '2026-11-30' },
      'The first day, 2026-11-24, is still to come: today is 2026-11-23.',
    ],
    [{ from: '2025-11-22' }, 'That is more than a year. Ask for 366 days or fewer at a time.'],
    [
      { from: '2026-01-01', to: '2036-01-01' },
      'That is more than a year. Ask for 366 days or fewer at a time.',
    ],
  ])('%j is refused: %s', (asked, expected) => {
    expect(inWords(readRange(asked, today).problem)).toBe(expected)
  })
})

test('the spans of the calendar form a tree: each is made of its parts, in order and without a gap', () => {
  const days: Days = {
    from: Temporal.PlainDate.from('2024-01-01'),
    to: Temporal.PlainDate.from('2026-12-31'),
  }
  const each = smallestSpans(days, (day) => ({ from: day, to: day }), days.to)
  const spans = joinSpans(each, [weekInMonth, month, quarter, year])
  const leaves = ({ from, parts }: Span): readonly string[] =>
    parts.length === 0 ? [from.toString()] : parts.flatMap(leaves)
  expect(spans.flatMap(leaves)).toEqual(each.map(({ from }) => from.toString()))
  expect(spans.slice(0, 2).map(({ from, to }) => `${from} ${to}`)).toEqual([
    '2024-01-01 2024-12-31',
    '2025-01-01 2025-12-31',
  ])
  // The last day has not ended, and so neither has its week, month, quarter or year.
  expect(spans.slice(2).map(({ from, to }) => `${from} ${to}`)).toEqual([
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
