/** Reports from counters: the right numbers on the right days, and the same whatever else is asked. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Channel } from '../../src/line/event.ts'
import { textsOf } from '../../src/line/line.ts'
import type { TallyEvent } from '../../src/line/tally.ts'
import type { Wording } from '../../src/locale/wording.ts'
import { writeCsv } from '../../src/report/csv.ts'
import { formatCount } from '../../src/report/disclosed-count.ts'
import type { RangeQuery } from '../../src/report/range.ts'
import { type Report, readReport } from '../../src/report/report.ts'
import { makeTables } from '../../src/report/tables.ts'
import type { Counter } from '../../src/usage/stores/store.ts'
import { line } from '../support/line.ts'

const NOW = new Date('2026-11-23T18:00:00Z')
const texts = textsOf(line)
const words = (wording: Wording) => texts('en', wording, ({ phone }) => phone)

/** `at` is a local time of the line's people, such as "2026-11-23T09". */
function counter(
  at: string,
  event: TallyEvent,
  count: number,
  subject = '',
  channel: Channel = 'voice',
): Counter {
  const time = Temporal.PlainDateTime.from(`${at}:00`).toZonedDateTime(line.settings.handoff.zone)
  return { hour: time.epochMilliseconds / 3_600_000, channel, locale: 'en', event, subject, count }
}

const storeOf = (counters: readonly Counter[]) => ({
  read: async (from: number, to: number) => counters.filter(({ hour }) => from <= hour && hour < to),
})

async function reportOf(counters: readonly Counter[], asked: RangeQuery, now = NOW): Promise<Report> {
  const { report, problem } = await readReport(storeOf(counters), line, asked, now)
  if (!report) throw new Error(words(problem))
  return report
}

/** A table of a report as it is written, its rows by their names. */
async function tableOf(counters: readonly Counter[], asked: RangeQuery, title: string) {
  const tables = makeTables(await reportOf(counters, asked), line, 'en', words)
  const rows = tables.find((table) => table.title.startsWith(title))?.rows ?? []
  return Object.fromEntries(
    rows.map(({ name, counts }) => [name, counts.map((count) => formatCount(count, words)).join(' ')]),
  )
}

describe('calls and texts', () => {
  const counters = [
    counter('2026-11-02T09', 'call', 12),
    counter('2026-11-03T23', 'call', 3),
    counter('2026-11-08T10', 'call', 4),
    counter('2026-11-09T00', 'call', 20),
    counter('2026-11-03T10', 'message', 30, '', 'sms'),
    { ...counter('2026-11-03T10', 'message', 2, '', 'sms'), locale: 'es' },
    counter('2026-11-03T10', 'handoff', 6, 'dialled'),
    counter('2026-11-04T10', 'handoff', 7, 'listed'),
    counter('2026-11-03T10', 'handoff', 6, 'answered'),
    counter('2026-11-03T10', 'unmatched', 5, 'main'),
    counter('2026-11-03T10', 'unmatched', 4, 'bone'),
  ]

  test('by day, in the time zone of the people of the line', async () => {
    expect(await tableOf(counters, { by: 'day', from: '2026-11-02', to: '2026-11-09' }, 'Calls and')).toEqual(
      {
        'Mon, Nov 2, 2026': '12 0 0 0',
        'Tue, Nov 3, 2026': '1–10 31–40 1–10 1–10',
        'Wed, Nov 4, 2026': '0 0 1–10 0',
        'Thu, Nov 5, 2026': '0 0 0 0',
        'Fri, Nov 6, 2026': '0 0 0 0',
        'Sat, Nov 7, 2026': '0 0 0 0',
        'Sun, Nov 8, 2026': '1–10 0 0 0',
        'Mon, Nov 9, 2026': '20 0 0 0',
        // The week from 2 November has 19 calls; an exact 19 would reveal that Tuesday and Sunday had 7 of them.
        Together: '34–42 31–40 13 1–10',
      },
    )
  })

  test('by ISO week, each whole', async () => {
    expect(
      await tableOf(counters, { by: 'week', from: '2026-11-04', to: '2026-11-10' }, 'Calls and'),
    ).toEqual({
      'Nov 2 – 8, 2026': '14–22 31–40 13 1–10',
      'Nov 9 – 15, 2026': '20 0 0 0',
      Together: '34–42 31–40 13 1–10',
    })
  })

  test('by month, with the months before it', async () => {
    const table = await tableOf(counters, {}, 'Calls and')
    expect(Object.keys(table)).toHaveLength(13)
    expect(table).toMatchObject({
      'December 2025': '0 0 0 0',
      'November 2026': '34–42 31–40 13 1–10',
      Together: '34–42 31–40 13 1–10',
    })
  })

  test('of today, as far as they can be disclosed before it ends', async () => {
    const today = [counter('2026-11-23T09', 'call', 11), counter('2026-11-23T10', 'unmatched', 2, 'main')]
    expect(await tableOf(today, { by: 'day', from: '2026-11-23' }, 'Calls and')).toMatchObject({
      'Mon, Nov 23, 2026': '11 or more 0 0 1–10',
    })
  })

  test('exactly, if two small counts hide each other', async () => {
    const small = [counter('2026-10-13T09', 'call', 8), counter('2026-10-16T09', 'call', 7)]
    expect(
      await tableOf(small, { by: 'week', from: '2026-10-12', to: '2026-10-18' }, 'Calls and'),
    ).toMatchObject({
      Together: '15 0 0 0',
    })
  })
})

describe('whole months', () => {
  test('languages and topics', async () => {
    const counters = [
      counter('2026-10-05T09', 'language', 40, 'en'),
      counter('2026-10-05T09', 'language', 3, 'es'),
      counter('2026-10-05T09', 'language', 9, 'es', 'sms'),
      counter('2026-10-05T09', 'open', 31, 'bone'),
      counter('2026-10-25T09', 'finish', 28, 'bone'),
      counter('2026-10-05T09', 'open', 12, 'brain'),
      counter('2026-10-05T09', 'finish', 13, 'brain'),
      counter('2026-10-05T09', 'open', 400, 'main'),
    ]
    const asked = { from: '2026-10-10', to: '2026-10-11', by: 'day' }
    expect(await tableOf(counters, asked, 'Languages: October 2026')).toEqual({
      English: '40 0',
      Español: '1–10 0',
    })
    const topics = await tableOf(counters, asked, 'Topics: October 2026')
    // Bones: 31 opened and 28 told to the end would tell that 3 were left.
    expect(Object.entries(topics).slice(0, 3)).toEqual([
      ['Bones', '29–38 28 1–10'],
      ['Brain', '12 12 0'],
      expect.arrayContaining(['0 0 0']),
    ])
  })

  test('hours of the day, if no hour can be computed from them', async () => {
    const busy = [
      counter('2026-10-05T09', 'call', 50),
      counter('2026-10-06T10', 'call', 6),
      counter('2026-10-07T11', 'call', 7),
    ]
    const hours = await tableOf(busy, { from: '2026-10-01', to: '2026-10-31' }, 'Calls by hour')
    expect(hours).toMatchObject({ '08:00': '0', '09:00': '50', '10:00': '1–10', '11:00': '1–10' })
    const telling = busy.slice(0, 2)
    expect((await reportOf(telling, { from: '2026-10-01', to: '2026-10-31' })).callHours.months).toEqual([])
    expect((await reportOf(busy, { from: '2026-11-01' })).callHours.months).toEqual([])
  })
})

describe('nothing is learned by asking again', () => {
  const asText = (report: unknown) =>
    JSON.stringify(report, (_, value) => (value === Infinity ? 'more' : value))
  const day = fc.integer({ min: 0, max: 140 })
  const dateOf = (index: number) => Temporal.PlainDate.from('2026-07-06').add({ days: index }).toString()

  test('two histories that show the same by day, week and month show the same in every report', async () => {
    // A call more on one Tuesday, and one less on the Thursday after it.
    const history = (tuesday: number, thursday: number) => [
      counter('2026-09-07T09', 'call', 40),
      counter('2026-09-08T10', 'call', tuesday),
      counter('2026-09-10T10', 'call', thursday),
      counter('2026-09-24T10', 'call', 3),
      counter('2026-10-02T10', 'call', 10),
    ]
    await fc.assert(
      fc.asyncProperty(day, day, fc.constantFrom('day', 'week', 'month'), async (one, other, by) => {
        const asked = { from: dateOf(Math.min(one, other)), to: dateOf(Math.max(one, other)), by }
        expect(asText(await reportOf(history(5, 7), asked))).toBe(
          asText(await reportOf(history(6, 6), asked)),
        )
      }),
      { numRuns: 30 },
    )
  })
})

test('CSV has a line for each number, with its bounds', async () => {
  const counters = [counter('2026-11-03T10', 'call', 3), counter('2026-11-23T10', 'call', 30)]
  const tables = makeTables(await reportOf(counters, { from: '2026-11-01' }), line, 'en', words)
  const lines = writeCsv(tables, words).split('\r\n')
  expect(lines.slice(0, 2)).toEqual([
    '\uFEFFTable,Row,From,To,Counted,Number,At least,At most',
    'Calls and texts,November 2026,2026-11-01,2026-11-30,Calls,12 or more,12,',
  ])
  expect(lines).toContain('Calls and texts,November 2026,2026-11-01,2026-11-30,Texts,0,0,0')
})
