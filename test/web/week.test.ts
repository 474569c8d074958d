/** `/usage/week`, as an operator opens it for the board. */
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { TallyEvent } from '../../src/line/tally.ts'
import { openLibsql } from '../../src/usage/stores/libsql.ts'
import type { Counter } from '../../src/usage/stores/store.ts'
import { line } from '../support/line.ts'
import { root } from '../support/root.ts'
import { startTestServer } from '../support/server.ts'

const PASSWORD = 'a password of a test'
const authorization = `Basic ${btoa(`operator:${PASSWORD}`)}`
/** A Monday, in the zone of the line: the last whole week begins on 16 November. */
const NOW = new Date('2026-11-23T18:00:00Z')

/** `at` is a local time of the line's people. */
function counter(at: string, event: TallyEvent, count: number, more: Partial<Counter> = {}): Counter {
  const time = Temporal.PlainDateTime.from(at).toZonedDateTime(line.settings.handoff.zone)
  const hour = time.epochMilliseconds / 3_600_000
  return { hour, channel: 'voice', locale: 'en', event, subject: '', count, ...more }
}

const texts = { channel: 'sms' } as const
const COUNTERS = [
  counter('2026-11-15T23:00', 'call', 31),
  counter('2026-11-16T00:00', 'call', 12),
  counter('2026-11-22T23:00', 'call', 9),
  counter('2026-11-23T00:00', 'call', 400),
  counter('2026-11-17T10:00', 'message', 3, texts),
  counter('2026-11-17T10:00', 'message', 8, { ...texts, locale: 'es' }),
  counter('2026-11-17T10:00', 'language', 19, { subject: 'en' }),
  counter('2026-11-17T10:00', 'language', 2, { subject: 'es' }),
  counter('2026-11-17T10:00', 'open', 9, { subject: 'bone' }),
  counter('2026-11-17T10:00', 'open', 4, { subject: 'brain' }),
  counter('2026-11-17T10:00', 'handoff', 7, { subject: 'dialled' }),
  counter('2026-11-17T10:00', 'handoff', 6, { subject: 'answered' }),
  counter('2026-11-17T10:00', 'handoff', 1, { subject: 'missed' }),
  counter('2026-11-17T10:00', 'crisis', 1),
  counter('2026-11-17T10:00', 'unmatched', 6, { subject: 'main' }),
  counter('2026-11-17T10:00', 'trouble', 2),
  counter('2026-11-17T10:00', 'held-back', 12, texts),
]

async function start(counters: readonly Counter[] = COUNTERS) {
  const server = await startTestServer({ usagePassword: PASSWORD, now: () => NOW })
  const store = await openLibsql(`file:${server.databaseFile}`, join(root, 'drizzle', 'sqlite'))
  if (counters.length > 0) await store.add({ id: 'a week of a test', counters })
  await store.close()
  return {
    ...server,
    ask: async (path: string, language = 'en') => {
      const response = await server.app.request(path, {
        headers: { authorization, 'accept-language': language },
      })
      return { response, text: await response.text() }
    },
  }
}

/** The words of each paragraph of the page. */
const sentencesOf = (text: string) => [...text.matchAll(/<p>([^<]+)<\/p>/g)].map(([, sentence]) => sentence)

describe('the last whole week', () => {
  test('is told in sentences, rounded, beside the week before', async () => {
    const { ask } = await start()
    const { response, text } = await ask('/usage/week')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(text).toContain(`<h1>${line.settings.name}: the week Nov 16 – 22, 2026</h1>`)
    expect(sentencesOf(text)).toEqual([
      'People called 20 times and sent 10 texts. The week before: 30 calls and 0 texts.',
      'Languages chosen in calls: English (20), Español (under 5).',
      'Languages of the texts: English (under 5), Español (10).',
      'Topics opened most: Bones (10), Brain (under 5).',
      'People asked for a person 5 times. Somebody took the call 5 times, and nobody took it under 5 times.',
      'Signs of an emergency came up 0 times, and words of self-harm under 5 times. Each time the line told the numbers to call.',
      'The line did not understand people 5 times, most often here: Main menu (5).',
      'The line had to say sorry under 5 times, because something failed on our side. Each time it told whom to call instead.',
      'Of our texts, 0 did not arrive, and 10 answers were held back because there were too many.',
    ])
  })

  test('has one table, in which nothing is exact', async () => {
    const { ask } = await start()
    const { text } = await ask('/usage/week')
    expect(text.match(/<table/g)).toHaveLength(1)
    const cells = [...text.matchAll(/<td[^>]*>([^<]+)<\/td>/g)].map(([, figure = '']) => figure)
    expect(cells.length).toBe(26)
    for (const figure of cells) expect(figure === 'under 5' || Number(figure) % 5 === 0).toBe(true)
  })

  test('that was quiet says so', async () => {
    const { ask } = await start([])
    expect(sentencesOf((await ask('/usage/week')).text)).toEqual([
      'Nobody called or texted in this week.',
      'No topic was opened.',
      'Nobody asked for a person.',
      'No sign of an emergency and no words of self-harm came up.',
      'There was nothing that the line did not understand.',
      'Nothing failed on our side, and no text of ours is known to be lost.',
    ])
  })

  test('is told in the language of the reader', async () => {
    const { ask } = await start()
    const { text } = await ask('/usage/week?language=es')
    expect(text).toContain('La gente llamó 20 veces y mandó 10 mensajes.')
    expect(text).toContain('menos de 5')
  })

  test('leads to the week before, which leads back', async () => {
    const { ask } = await start()
    const { text } = await ask('/usage/week')
    expect(text).toContain('href="/usage/week?week=2026-W46&amp;language=en"')
    expect(text).not.toContain('2026-W48')
    const { text: before } = await ask('/usage/week?week=2026-W46')
    expect(before).toContain('href="/usage/week?week=2026-W47&amp;language=en"')
    expect(sentencesOf(before)[0]).toBe(
      'People called 30 times and sent 0 texts. The week before: 0 calls and 0 texts.',
    )
  })
})

test('it is only for who has the password, and /usage leads to it', async () => {
  const { app, ask } = await start([])
  expect((await app.request('/usage/week')).status).toBe(401)
  expect((await ask('/usage')).text).toContain('href="/usage/week?language=en"')
  const { app: without } = await startTestServer()
  expect((await without.request('/usage/week')).status).toBe(404)
})

test.each([
  ['47', '“47” is not a week. Write a week as 2026-W47.'],
  ['2026-W00', '“2026-W00” is not a week. Write a week as 2026-W47.'],
  ['2025-W53', '“2025-W53” is not a week. Write a week as 2026-W47.'],
  ['<b>', '“&lt;b&gt;” is not a week. Write a week as 2026-W47.'],
  ['2026-W48', 'The week 2026-W48 is not over yet. The last whole week is 2026-W47.'],
  ['2031-W01', 'The week 2031-W01 is not over yet. The last whole week is 2026-W47.'],
])('the week %s is answered with a sentence', async (week, sentence) => {
  const { ask } = await start([])
  const { response, text } = await ask(`/usage/week?week=${encodeURIComponent(week)}`)
  expect(response.status).toBe(400)
  expect(text).toContain(sentence)
})

test('the last week of a year and the first belong to the years of ISO 8601', async () => {
  const { ask } = await start([])
  expect((await ask('/usage/week?week=2020-W53')).text).toContain('Dec 28, 2020 – Jan 3, 2021')
  expect((await ask('/usage/week?week=2025-W01')).text).toContain('Dec 30, 2024 – Jan 5, 2025')
})
