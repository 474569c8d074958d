/** An exception in counting never reaches a caller, and nothing is lost once the exception has passed. */
import { expect, test } from 'vitest'
import { tally } from '../../src/line/tally.ts'
import type { UsageRecorder } from '../../src/usage/recorder.ts'
import { createRequestCounts } from '../../src/usage/request-counts.ts'
import { createSafeRecorder } from '../../src/usage/safe-recorder.ts'

function setUp() {
  const counts = createRequestCounts(
    () => 0,
    async () => [],
  )
  const state = { isBroken: true }
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
  return { counts, state, safe, logged }
}

test('an exception is logged, and the call is retried at a later call', () => {
  const { counts, state, safe, logged } = setUp()
  safe.count('voice', 'en', [tally('open', 'bone')])
  safe.setStopped('mark', true)
  expect(logged).toEqual(Array(3).fill('counting: Error: a bug'))
  state.isBroken = false
  for (let calls = 0; calls < 2; calls += 1) safe.count('voice', 'en', [tally('call')])
  const { counters, stops } = counts.take()
  expect(counters.map(({ event, count }) => [event, count])).toEqual(
    expect.arrayContaining([
      ['open', 1],
      ['call', 2],
    ]),
  )
  expect(stops).toEqual([['mark', true]])
})

test('a worker puts back what it could not write, and a newer change of the stop list stands', () => {
  const { counts } = setUp()
  counts.count('voice', 'en', [tally('call')])
  counts.setStopped('mark', true)
  const taken = counts.take()
  counts.count('voice', 'en', [tally('call')])
  counts.setStopped('mark', false)
  counts.putBack(taken, 'the database is gone')
  expect(counts.lastError()).toBe('the database is gone')
  const { counters, stops } = counts.take()
  expect(counters.map(({ count }) => count)).toEqual([2])
  expect(stops).toEqual([['mark', false]])
  counts.wrote()
  expect(counts.lastError()).toBeNull()
})
