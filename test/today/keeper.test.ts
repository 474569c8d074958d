/** What a server knows of today's switches, and when it looks: with a clock and a store of the test's own. */
import { expect, test } from 'vitest'
import { AS_USUAL } from '../../src/flow/today.ts'
import { createTodayKeeper, REFRESH_MS, type TodayChange } from '../../src/today/keeper.ts'
import type { TodayRow } from '../../src/usage/stores/store.ts'

const row = (version: number, off: readonly string[]): TodayRow => ({
  version,
  changedAt: Date.UTC(2026, 11, 3) + version,
  switches: JSON.stringify({ ...AS_USUAL, off }),
})

function start() {
  let time = Date.UTC(2026, 11, 3)
  let read: () => Promise<TodayRow | null> = async () => null
  let reads = 0
  const changes: TodayChange[] = []
  const errors: string[] = []
  const keeper = createTodayKeeper({
    store: {
      readToday: () => {
        reads += 1
        return read()
      },
    },
    now: () => time,
    onChange: (change) => changes.push(change),
    onError: (message) => errors.push(message),
  })
  return {
    keeper,
    changes,
    errors,
    reads: () => reads,
    answer: (next: typeof read) => {
      read = next
    },
    pass: (ms: number) => {
      time += ms
    },
  }
}

test('at requests it looks every five seconds, and tells each change once', async () => {
  const { keeper, changes, reads, answer, pass } = start()
  answer(async () => row(1, ['bone']))
  await keeper.refreshIfOld()
  await keeper.refreshIfOld()
  expect(reads()).toBe(1)
  expect(keeper.known().today.off).toEqual(['bone'])
  pass(REFRESH_MS)
  await keeper.refreshIfOld()
  expect(reads()).toBe(2)
  expect(changes).toEqual([{ version: 1, changedAt: '2026-12-03T00:00:00.001Z', switches: ['off'] }])
})

test('while one request looks again, the others are answered by what is known', async () => {
  const { keeper, reads, answer, pass } = start()
  answer(async () => row(1, ['bone']))
  await keeper.refreshIfOld()
  pass(REFRESH_MS)
  const { promise, resolve } = answeredLater()
  answer(() => promise)
  const looking = keeper.refreshIfOld()
  await keeper.refreshIfOld()
  expect(reads()).toBe(2)
  expect(keeper.known().version).toBe(1)
  resolve(row(2, []))
  await looking
  expect(keeper.known().version).toBe(2)
})

test('the first requests of all wait, since nothing is known yet', async () => {
  const { keeper, reads, answer } = start()
  answer(async () => row(1, ['bone']))
  await Promise.all([keeper.refreshIfOld(), keeper.refreshIfOld()])
  expect(reads()).toBe(2)
  expect(keeper.known().version).toBe(1)
})

test('a database that fails leaves what is known, is asked again in five seconds, and is told once', async () => {
  const { keeper, errors, reads, answer, pass } = start()
  answer(async () => row(1, ['bone']))
  await keeper.refresh()
  answer(() => Promise.reject(new Error('no such table: today')))
  for (let times = 0; times < 3; times += 1) {
    pass(REFRESH_MS)
    await keeper.refreshIfOld()
    await keeper.refreshIfOld()
  }
  expect(reads()).toBe(4)
  expect(errors).toEqual(['no such table: today'])
  expect(keeper.known().today.off).toEqual(['bone'])
})

test('an answer that was asked for before a change of its own does not undo it', async () => {
  const { keeper, answer } = start()
  const { promise, resolve } = answeredLater()
  answer(() => promise)
  const looking = keeper.refresh()
  keeper.take({ version: 2, changedAt: 2, today: AS_USUAL })
  resolve(row(1, ['bone']))
  await looking
  expect(keeper.known().version).toBe(2)
})

function answeredLater() {
  let resolve: (row: TodayRow) => void = () => {}
  const promise = new Promise<TodayRow>((done) => {
    resolve = done
  })
  return { promise, resolve: (row: TodayRow) => resolve(row) }
}
