/** Which ranges a report may be asked for, and the sentence for each that it may not. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../src/line/line.ts'
import type { Wording } from '../../src/locale/wording.ts'
import { type RangeQuery, readRange } from '../../src/report/range.ts'
import { line } from '../support/line.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const texts = textsOf(line)
const inWords = (wording: Wording | undefined) => wording && texts('en', wording, ({ phone }) => phone)

describe('a range', () => {
  test.each<[RangeQuery, string]>([
    [{}, '2025-12-01 2026-11-23 month'],
    [{ from: '', to: '', by: '' }, '2025-12-01 2026-11-23 month'],
    [{ from: '2026-11-01', by: 'month' }, '2026-11-01 2026-11-23 month'],
    [{ from: '2026-11-01', to: '2026-12-31', by: 'week' }, '2026-11-01 2026-11-23 week'],
    [{ to: '2024-02-29' }, '2023-03-01 2024-02-29 month'],
    [{ from: '2024-01-01', to: '2024-12-31' }, '2024-01-01 2024-12-31 month'],
  ])('%j is %s', (asked, expected) => {
    const { range } = readRange(asked, today)
    expect(`${range?.from} ${range?.to} ${range?.by}`).toBe(expected)
  })

  test.each<[RangeQuery, string]>([
    [{ from: 'yesterday' }, '“yesterday” is not a day. Write a day as 2026-11-23.'],
    [{ to: '2026-02-30' }, '“2026-02-30” is not a day. Write a day as 2026-11-23.'],
    [{ from: '2026-11-01T00:00' }, '“2026-11-01T00:00” is not a day. Write a day as 2026-11-23.'],
    [{ by: 'year' }, 'Counts cannot be shown by “year”. Choose week or month.'],
    [{ by: 'day' }, 'Counts cannot be shown by “day”. Choose week or month.'],
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
