/** Counts wait while the database is gone and are written when it is back, each once. */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { tally } from '../../src/line/tally.ts'
import { createUsageRecorder, type RecorderOptions } from '../../src/usage/recorder.ts'
import { openLibsql } from '../../src/usage/stores/libsql.ts'
import type { Store } from '../../src/usage/stores/store.ts'
import { root } from '../support/root.ts'

const migrations = join(root, 'drizzle', 'sqlite')
const HOUR = 494_000

const emptyStore: Store = {
  add: async () => {},
  read: async () => [],
  setStopped: async () => {},
  stopped: async () => [],
  readToday: async () => null,
  writeToday: async () => true,
  check: async () => {},
  close: async () => {},
}

function setUp(database: string) {
  const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
  const errors: string[] = []
  const place = { database: join(folder, database) }
  const usage = createUsageRecorder({
    open: () => openLibsql(`file:${place.database}`, migrations),
    now: () => HOUR * 3_600_000,
    newId: randomUUID,
    onError: (message) => errors.push(message),
  })
  onTestFinished(async () => {
    await usage.close()
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true, force: true })
  })
  const stored = async () => {
    const store = await openLibsql(`file:${place.database}`, migrations)
    const rows = await store.read(0, Number.MAX_SAFE_INTEGER)
    await store.close()
    return rows
  }
  return { usage, errors, place, stored, folder }
}

/** A recorder whose clock stands still, and whose problems nobody is told, but for what the test says. */
function recorderOf(options: Pick<RecorderOptions, 'open'> & Partial<RecorderOptions>) {
  return createUsageRecorder({ now: () => 0, newId: randomUUID, onError: () => {}, ...options })
}

function useFakeTimers() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

describe('the usage recorder', () => {
  test('adds to what was counted before, in one row an hour and subject', async () => {
    const { usage, stored } = setUp('counts.db')
    for (let times = 0; times < 3; times += 1) {
      usage.count('voice', 'en', [tally('open', 'bone'), tally('open', 'bone')])
      await usage.flush()
    }
    expect(await stored()).toEqual([
      { hour: HOUR, channel: 'voice', locale: 'en', event: 'open', subject: 'bone', count: 6 },
    ])
  })

  test('keeps its counts while the database cannot be opened, says so once, and writes them later', async () => {
    const { usage, errors, place, stored, folder } = setUp('missing/counts.db')
    usage.count('sms', 'es', [tally('message')])
    await usage.flush()
    await usage.flush()
    expect(usage.waiting()).toBe(1)
    expect(usage.lastError()).toBeTruthy()
    expect(errors.length).toBe(1)
    place.database = join(folder, 'counts.db')
    await usage.flush()
    expect(usage.waiting()).toBe(0)
    expect(usage.lastError()).toBeNull()
    expect((await stored()).map(({ count }) => count)).toEqual([1])
  })

  test('writes its counts though every text changes the stop list while it writes', async () => {
    const { usage, stored } = setUp('counts.db')
    let texting = true
    const texts = (async () => {
      for (let number = 0; texting; number += 1) {
        usage.count('sms', 'en', [tally('message')])
        usage.setStopped(`mark ${number}`, true)
        await Promise.resolve()
        if (number % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    await usage.flush()
    expect((await stored()).length).toBe(1)
    texting = false
    await texts
  })

  test('writes nothing about numbers that are not on the stop list, which another server may have written', async () => {
    const { usage, place } = setUp('counts.db')
    usage.count('sms', 'en', [tally('message')])
    await usage.flush()
    for (let number = 0; number < 100; number += 1) usage.setStopped(`mark ${number}`, false)
    expect(usage.unwritten().stops).toEqual([])
    const other = await openLibsql(`file:${place.database}`, migrations)
    await other.setStopped([['theirs', true, HOUR * 3_600_000]])
    await other.close()
    const later = recorderOf({
      open: () => openLibsql(`file:${place.database}`, migrations),
      now: () => HOUR * 3_600_000,
    })
    await later.flush()
    later.setStopped('theirs', false)
    later.setStopped('mine', true)
    expect(later.unwritten().stops).toEqual([
      ['theirs', false, HOUR * 3_600_000],
      ['mine', true, HOUR * 3_600_000],
    ])
    await later.close()
  })

  test('counts once what an earlier run left, even if its file is read twice', async () => {
    const { usage, stored } = setUp('counts.db')
    usage.count('voice', 'en', [tally('call')])
    const left = usage.unwritten()
    await usage.flush()
    const written: string[] = []
    for (const file of ['one', 'two'])
      usage.restore(left, { onWritten: async () => void written.push(file), onRefused: () => {} })
    await usage.flush()
    expect((await stored()).map(({ count }) => count)).toEqual([1])
    expect(written).toEqual(['one', 'two'])
  })

  test('writes what is counted now though the store refuses what an earlier run left, and says so once', async () => {
    const added: string[] = []
    const refusing: Store = {
      ...emptyStore,
      add: async ({ id }) => {
        added.push(id)
        if (id === 'bad') throw new Error('out of range')
      },
    }
    const ids = ['new 1', 'new 2', 'new 3', 'new 4', 'new 5']
    const usage = recorderOf({
      open: async () => refusing,
      newId: () => ids.shift() ?? '',
      onError: (message) => expect.unreachable(message),
    })
    const said: string[] = []
    const batches = ['bad', 'good'].map((id) => ({ id, counters: [] }))
    usage.restore(
      { batches, stops: [] },
      { onWritten: async () => void said.push('written'), onRefused: (why) => said.push(why) },
    )
    for (let times = 0; times < 5; times += 1) {
      usage.count('voice', 'en', [tally('call')])
      await usage.flush()
      await usage.flush()
    }
    expect(said).toEqual(['out of range'])
    // Thrice, each time after what is counted now; what waits in its file is not written into another one.
    expect(added).toEqual(['new 1', 'bad', 'good', 'new 2', 'bad', 'new 3', 'bad', 'new 4', 'new 5'])
    expect([usage.lastError(), usage.waiting(), usage.unwritten().batches]).toEqual([null, 0, []])
  })

  test('reads what was counted a moment ago, and says why if it cannot', async () => {
    const { usage, place, folder } = setUp('missing/counts.db')
    usage.count('voice', 'en', [tally('call')])
    await expect(usage.read(HOUR, HOUR + 1)).rejects.toThrow(/^The database cannot be read: .+/)
    place.database = join(folder, 'counts.db')
    expect((await usage.read(HOUR, HOUR + 1)).map(({ count }) => count)).toEqual([1])
    expect(await usage.read(HOUR + 1, HOUR + 2)).toEqual([])
  })

  test("reads and writes today's switches though counts cannot be written, and counts once they can", async () => {
    const database = { isFull: true }
    const usage = recorderOf({
      open: async () => ({
        ...emptyStore,
        add: async () => {
          if (database.isFull) throw new Error('disk full')
        },
        readToday: async () => ({ version: 1, changedAt: 1, switches: '{}' }),
      }),
    })
    usage.count('voice', 'en', [tally('call')])
    await usage.flush()
    expect((await usage.readToday())?.version).toBe(1)
    expect(await usage.writeToday({ version: 2, changedAt: 2, switches: '{}' })).toBe(true)
    expect([usage.lastError(), usage.waiting(), await usage.check()]).toEqual(['disk full', 1, 'disk full'])
    database.isFull = false
    await usage.readToday()
    expect(await usage.check()).toBeNull()
    expect(usage.waiting()).toBe(0)
  })

  test('does not grow with traffic', async () => {
    const { usage } = setUp('counts.db')
    for (let times = 0; times < 10_000; times += 1) usage.count('voice', 'en', [tally('call')])
    expect(usage.waiting()).toBe(1)
  })

  test('loses nothing that is counted while it writes', async () => {
    const { usage, stored } = setUp('counts.db')
    for (let times = 0; times < 50; times += 1) {
      usage.count('voice', 'en', [tally('call')])
      void usage.flush()
    }
    await usage.flush()
    expect((await stored()).map(({ count }) => count)).toEqual([50])
  })

  test('gives up on a store that does not answer, and tries the same batch with another', async () => {
    useFakeTimers()
    const tried: string[] = []
    const silent: Store = { ...emptyStore, add: ({ id }) => new Promise(() => tried.push(id)) }
    const answering: Store = { ...emptyStore, add: async ({ id }) => void tried.push(id) }
    const stores = [silent, answering]
    const usage = recorderOf({
      open: async () => stores.shift() ?? answering,
    })
    usage.count('voice', 'en', [tally('call')])
    const flushed = usage.flush()
    await vi.advanceTimersByTimeAsync(30_000)
    await flushed
    expect(usage.lastError()).toMatch(/has not answered for 30 seconds/)
    await usage.flush()
    expect([usage.lastError(), usage.waiting()]).toEqual([null, 0])
    expect(tried.length).toBe(2)
    expect(tried[0]).toBe(tried[1])
  })

  test('gives up on a store that does not open, opens another, and closes the first when it opens late', async () => {
    useFakeTimers()
    let [opened, closed] = [0, 0]
    let openLate = (_store: Store) => {}
    const usage = recorderOf({
      open() {
        opened += 1
        return opened > 1 ? Promise.resolve(emptyStore) : new Promise((resolve) => (openLate = resolve))
      },
    })
    usage.count('voice', 'en', [tally('call')])
    const flushed = usage.flush()
    await vi.advanceTimersByTimeAsync(30_000)
    await flushed
    expect(usage.lastError()).toMatch(/has not answered for 30 seconds/)
    await usage.flush()
    expect([usage.lastError(), usage.waiting(), opened]).toEqual([null, 0, 2])
    openLate({ ...emptyStore, close: async () => void closed++ })
    await vi.advanceTimersByTimeAsync(0)
    expect(closed).toBe(1)
  })

  test('gives up on counts that a store does not read', async () => {
    useFakeTimers()
    const usage = recorderOf({
      open: async () => ({ ...emptyStore, read: () => new Promise(() => {}) }),
    })
    const read = expect(usage.read(0, 1)).rejects.toThrow(/has not answered for 30 seconds/)
    await vi.advanceTimersByTimeAsync(30_000)
    await read
  })

  test('is asked whether all is well: it asks the store, even where nothing is to be written', async () => {
    const clock = { now: 0 }
    const database = { gone: false }
    const usage = recorderOf({
      open: async () => ({
        ...emptyStore,
        check: async () => {
          if (database.gone) throw new Error('gone')
        },
      }),
      now: () => clock.now,
    })
    await usage.flush()
    expect(await usage.check()).toBeNull()
    database.gone = true
    clock.now += 10_000
    expect(await usage.check()).toBe('gone')
    await usage.flush()
    expect(await usage.check()).toBe('gone')
    database.gone = false
    expect(await usage.check()).toBeNull()
  })

  test('is asked whether all is well, and does not wait for a store that hangs', async () => {
    useFakeTimers()
    const usage = recorderOf({
      open: () => new Promise(() => {}),
    })
    void usage.flush()
    const asked = usage.check()
    await vi.advanceTimersByTimeAsync(5000)
    expect(await asked).toMatch(/has not answered for 5 seconds/)
  })

  test('reads a day at once, and more where little was counted', async () => {
    const read: string[] = []
    const row = { hour: 0, channel: 'voice', locale: 'en', event: 'call', subject: '', count: 1 } as const
    const usage = recorderOf({
      open: async () => ({
        ...emptyStore,
        async read(from, to) {
          read.push(`${from}-${to}`)
          return Array((to - from) * (from < 1000 ? 1 : 100)).fill(row)
        },
      }),
    })
    await usage.read(0, 1000)
    expect(read.splice(0)).toEqual([
      '0-24',
      '24-72',
      '72-168',
      '168-360',
      '360-552',
      '552-744',
      '744-936',
      '936-1000',
    ])
    expect((await usage.read(1000, 1049)).length).toBe(4900)
    expect(read.splice(0)).toEqual(['1000-1024', '1024-1048', '1048-1049'])
    // Much was counted after a quiet time.
    await usage.read(832, 1216)
    expect(read).toEqual(['832-856', '856-904', '904-1000', '1000-1192', '1192-1216'])
  })

  test('says why a database with several addresses cannot be reached', async () => {
    const errors: string[] = []
    const usage = recorderOf({
      // What Node gives where both addresses of a name refuse.
      open: () => Promise.reject(new AggregateError([new Error('connect ECONNREFUSED ::1:5432')])),
      onError: (message) => errors.push(message),
    })
    await usage.flush()
    expect([await usage.check(), ...errors]).toEqual(Array(2).fill('connect ECONNREFUSED ::1:5432'))
  })

  test('reports the reason of the database, without the values of the statement', async () => {
    const reasons: string[] = []
    const locked = new Error('The driver failed', { cause: new Error('database is locked') })
    const usage = recorderOf({
      open: () => Promise.reject(new Error('Failed query: insert … params: 9f2c', { cause: locked })),
      onError: (message) => reasons.push(message),
    })
    usage.setStopped('9f2c', true)
    await usage.flush()
    expect([usage.lastError(), ...reasons]).toEqual(['database is locked', 'database is locked'])
  })
})

test('a database that fails after the clock was set back is told of at once', async () => {
  const state = { now: HOUR * 3_600_000, isGone: false }
  const usage = recorderOf({
    open: async () => ({
      ...emptyStore,
      check: async () => {
        if (state.isGone) throw new Error('the database is gone')
      },
    }),
    now: () => state.now,
  })
  expect(await usage.check()).toBeNull()
  Object.assign(state, { now: state.now - 86_400_000, isGone: true })
  expect(await usage.check()).toBe('the database is gone')
})
