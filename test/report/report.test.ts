/** Reports from counters: the right numbers in the right weeks and months, totals exact, all else rounded. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Channel } from '../../src/line/event.ts'
import { textsOf } from '../../src/line/line.ts'
import type { TallyEvent } from '../../src/line/tally.ts'
import type { Wording } from '../../src/locale/wording.ts'
import { writeCsv } from '../../src/report/csv.ts'
import { formatFigure } from '../../src/report/figures.ts'
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
    rows.map(({ name, figures }) => [name, figures.map((figure) => formatFigure(figure, words)).join(' ')]),
  )
}

const NOVEMBER = [
  counter('2026-10-31T23', 'call', 7),
  counter('2026-11-02T09', 'call', 12),
  counter('2026-11-08T23', 'call', 4),
  counter('2026-11-09T00', 'call', 22),
  counter('2026-11-03T10', 'message', 30, '', 'sms'),
  { ...counter('2026-11-03T10', 'message', 2, '', 'sms'), locale: 'es' },
  counter('2026-11-03T10', 'handoff', 6, 'dialled'),
  counter('2026-11-04T10', 'handoff', 7, 'listed'),
  counter('2026-11-03T10', 'handoff', 5, 'answered'),
  counter('2026-11-03T10', 'handoff', 1, 'missed'),
  counter('2026-11-03T10', 'unmatched', 3, 'main'),
  counter('2026-11-03T10', 'silence', 9, 'bone'),
]

describe('calls and texts', () => {
  test('by ISO week, each whole, in the time zone of the people of the line', async () => {
    expect(
      await tableOf(NOVEMBER, { by: 'week', from: '2026-11-04', to: '2026-11-10' }, 'Calls and'),
    ).toEqual({
      'Nov 2 – 8, 2026': '15 30 15 under 5',
      'Nov 9 – 15, 2026': '20 0 0 0',
      Together: '38 32 13 3',
    })
  })

  test('by month, with the months before it', async () => {
    const table = await tableOf(NOVEMBER, {}, 'Calls and')
    expect(Object.keys(table)).toHaveLength(13)
    expect(table).toMatchObject({
      'December 2025': '0 0 0 0',
      'October 2026': '5 0 0 0',
      'November 2026': '40 30 15 under 5',
      Together: '45 32 13 3',
    })
  })

  test.each([
    [0, '0'],
    [1, 'under 5'],
    [4, 'under 5'],
    [5, '5'],
    [7, '5'],
    [8, '10'],
    [152, '150'],
  ])('%i calls are shown as %s', async (count, shown) => {
    const table = await tableOf(
      [counter('2026-11-03T10', 'call', count)],
      { from: '2026-11-01' },
      'Calls and',
    )
    expect(table['November 2026']?.split(' 0')[0]).toBe(shown)
  })
})

test('how the line is doing: the last month beside the one before, and all together', async () => {
  const october = [counter('2026-10-05T09', 'crisis', 8), counter('2026-10-05T09', 'call', 31)]
  const table = await tableOf([...NOVEMBER, ...october], { from: '2026-11-01' }, 'How the line')
  expect(table).toMatchObject({
    Calls: '40 40 38',
    'Asked for a person': '15 0 13',
    '… and a person answered': '5 0 5',
    '… and nobody answered': 'under 5 0 1',
    'Words of self-harm: crisis lines were told': '0 10 0',
    'Nothing pressed or said': '10 0 9',
  })
})

test('each event that is counted has a row, or a table of its own', async () => {
  const events: Record<TallyEvent, 'row' | 'table'> = {
    ...{ call: 'row', message: 'row', language: 'table', open: 'table', finish: 'table', handoff: 'row' },
    ...{ 'part-begun': 'row', 'part-finished': 'row', helped: 'table', 'not-helped': 'table' },
    ...{ crisis: 'row', 'crisis-offered': 'row', emergency: 'row', unmatched: 'row', silence: 'row' },
    ...{
      'wrong-key': 'row',
      overlong: 'row',
      guess: 'row',
      reply: 'row',
      'other-language': 'row',
      untranslated: 'row',
      'off-today': 'row',
      stop: 'row',
      start: 'row',
    },
    ...{
      help: 'row',
      automatic: 'row',
      'held-back': 'row',
      'carrier-word': 'row',
      lost: 'row',
      undelivered: 'row',
    },
    ...{ 'hang-up': 'table', trouble: 'row' },
  }
  for (const [event, place] of Object.entries(events)) {
    if (place !== 'row') continue
    const subject = event === 'handoff' ? 'listed' : ''
    const table = await tableOf(
      [counter('2026-11-03T10', event as TallyEvent, 12, subject)],
      { from: '2026-11-01' },
      'How',
    )
    expect(
      Object.values(table).filter((figures) => figures === '10 0 12'),
      event,
    ).toHaveLength(1)
  }
})

test('languages, topics, places, lengths and hours, of all periods together', async () => {
  const counters = [
    counter('2026-10-05T09', 'language', 40, 'en'),
    counter('2026-10-05T09', 'language', 3, 'es'),
    counter('2026-10-05T09', 'language', 9, 'es', 'sms'),
    counter('2026-10-05T09', 'open', 31, 'bone'),
    counter('2026-10-25T09', 'finish', 28, 'bone'),
    counter('2026-10-05T09', 'open', 12, 'brain'),
    counter('2026-10-05T09', 'open', 400, 'main'),
    counter('2026-10-05T09', 'hang-up', 6, '60-120'),
    counter('2026-10-05T09', 'hang-up', 2, '0-10'),
    counter('2026-10-05T09', 'call', 11),
    ...NOVEMBER,
  ]
  const asked = { from: '2026-10-10', to: '2026-11-11' }
  expect(await tableOf(counters, asked, 'Languages')).toEqual({
    English: '40 30',
    Español: 'under 5 under 5',
    Together: '43 32',
  })
  const topics = await tableOf(counters, asked, 'Topics')
  expect(Object.entries(topics).slice(0, 3)).toEqual([
    ['Bones', '30 30'],
    ['Brain', '10 0'],
    expect.arrayContaining(['0 0']),
  ])
  expect(topics.Together).toBe('43 28')
  expect(await tableOf(counters, asked, 'Where')).toEqual({
    'Main menu': 'under 5 0 0',
    Bones: '0 10 0',
    Together: '3 9 0',
  })
  expect(Object.entries(await tableOf(counters, asked, 'Calls by length'))).toEqual([
    ['0-10 seconds', 'under 5'],
    ['60-120 seconds', '5'],
    ['Together', '8'],
  ])
  expect(await tableOf(counters, asked, 'Calls by hour')).toMatchObject({ '00:00': '20', '09:00': '25' })
})

test('CSV has a line for each number', async () => {
  const counters = [counter('2026-11-03T10', 'call', 3), counter('2026-11-23T10', 'call', 30)]
  const tables = makeTables(await reportOf(counters, { from: '2026-11-01' }), line, 'en', words)
  const lines = writeCsv(tables, words).split('\r\n')
  expect(lines.slice(0, 2)).toEqual([
    '\uFEFFTable,Row,From,To,Counted,Number',
    'Calls and texts,November 2026,2026-11-01,2026-11-30,Calls,35',
  ])
  expect(lines).toContain('Calls and texts,Together,2026-11-01,2026-11-30,Calls,33')
})
