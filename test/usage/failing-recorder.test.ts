/** An exception in counting never reaches a caller, and nothing is lost once the exception has passed. */
import { expect, test } from 'vitest'
import { tally } from '../../src/line/tally.ts'
import type { UsageRecorder } from '../../src/usage/recorder.ts'
import { createRequestCounts } from '../../src/usage/request-counts.ts'
import { createSafeRecorder } from '../../src/usage/safe-recorder.ts'
import type { Batch, StopChange, Store } from '../../src/usage/stores/store.ts'

function setUp() {
  const written: Batch[] = []
  const stops: StopChange[] = []
  const database = { fails: false }
  const call = (write: () => void) => async () => {
    if (database.fails) throw new Error('the database is gone')
    write()
  }
  const store: Store = {
    // As a confirmation that is lost: the batch is written, and the worker cannot know.
    add: async (batch) => {
      if (!written.some(({ id }) => id === batch.id)) written.push(batch)
      await call(() => {})()
    },
    read: async () => [],
    setStopped: (changes) => call(() => void stops.push(...changes))(),
    stopped: async () => [],
    readToday: async () => null,
    writeToday: async () => true,
    check: call(() => {}),
    close: async () => {},
  }
  const state = { isBroken: true, time: 0 }
  const ids: string[] = []
  const errors: string[] = []
  const counts = createRequestCounts({
    store,
    now: () => state.time,
    newId: () => `id ${ids.push('')}`,
    onError: (message) => errors.push(message),
  })
  const failIfBroken = () => {
    if (state.isBroken) throw new Error('a bug')
  }
  const recorder: UsageRecorder = {
    ...counts,
    count(...args) {
      failIfBroken()
      counts.count(...args)
    },
    setStopped(...args) {
      failIfBroken()
      counts.setStopped(...args)
    },
  }
  const logged: string[] = []
  const safe = createSafeRecorder(recorder, (error, about) => logged.push(`${about}: ${error}`))
  const total = () => written.flatMap(({ counters }) => counters).reduce((sum, { count }) => sum + count, 0)
  return { counts, state, safe, logged, written, stops, database, errors, total }
}

test('an exception is logged, and the call is retried at a later call', async () => {
  const { counts, state, safe, logged, written, stops } = setUp()
  safe.count('voice', 'en', [tally('open', 'bone')])
  safe.setStopped('mark', true)
  expect(logged).toEqual(Array(3).fill('counting: Error: a bug'))
  state.isBroken = false
  for (let calls = 0; calls < 2; calls += 1) safe.count('voice', 'en', [tally('call')])
  await counts.write()
  expect(written[0]?.counters.map(({ event, count }) => [event, count])).toEqual(
    expect.arrayContaining([
      ['open', 1],
      ['call', 2],
    ]),
  )
  expect(stops).toEqual([['mark', true, 0]])
})

test('a worker writes what failed again, under its id, so that nothing is counted twice', async () => {
  const { counts, database, total, errors, written } = setUp()
  database.fails = true
  for (let requests = 0; requests < 10; requests += 1) {
    counts.count('sms', 'en', [tally('message')])
    counts.setStopped('mark', true)
    await counts.write()
  }
  expect(errors).toEqual(['the database is gone'])
  expect(await counts.check()).toBe('the database is gone')
  database.fails = false
  await counts.write()
  expect([total(), written.length, await counts.check()]).toEqual([10, 2, null])
})

test('two requests of a worker that fail at once lose nothing', async () => {
  const { counts, database, total } = setUp()
  database.fails = true
  const request = () => {
    counts.count('sms', 'en', [tally('message')])
    return counts.write()
  }
  await Promise.all([request(), request(), request()])
  database.fails = false
  await counts.write()
  expect(total()).toBe(3)
})

test('a worker whose database fails between two changes of a mind writes the newer one', async () => {
  const { counts, database, stops, state } = setUp()
  database.fails = true
  counts.setStopped('mark', true)
  await counts.write()
  state.time = 1
  counts.setStopped('mark', false)
  database.fails = false
  await counts.write()
  expect(stops).toEqual([['mark', false, 1]])
})
