/**
 * Records usage: counts in memory at once, and writes to the store in batches, outside of any request.
 *
 * While the store fails, the counts wait in memory and are written when it is back. They do not fill the memory, because
 * the number of counters is bounded by hours and topics, not by traffic. A batch keeps its id until the store has
 * confirmed it, so a batch whose confirmation got lost is counted once.
 *
 * @example
 * const usage = createUsageRecorder({ open: () => openStore(url, folder), now: Date.now, newId: randomUUID, onError })
 * usage.count('voice', 'en', [tally('open', 'bone')])
 * await usage.flush()
 */
import type { Channel } from '../line/event.ts'
import type { Tally } from '../line/tally.ts'
import { addTallies, type CounterMap } from './counter-map.ts'
import { createRestored, type RestoreEvents } from './restored.ts'
import type { Unwritten } from './spool.ts'
import { createStopList } from './stop-list.ts'
import {
  type Batch,
  type Counter,
  rootCauseMessage,
  type Store,
  type TodayStore,
  withTimeout,
} from './stores/store.ts'

/** The part of a recorder that the routes use. */
export interface UsageRecorder {
  count(channel: Channel, locale: string, tallies: readonly Tally[]): void
  /** Puts a mark on the stop list with the next batch, or takes it off. */
  setStopped(mark: string, stopped: boolean): void
  /** Whether a mark is known to be on the stop list. */
  isStopped(mark: string): boolean
  /** All counters of the hours from `from` up to, not including, `to`. Rejects if the store cannot be read. */
  read(from: number, to: number): Promise<readonly Counter[]>
  /** Why the store cannot be written now, in a sentence for the operator; null if it can. Never rejects. */
  check(): Promise<string | null>
}

export interface BufferedRecorder extends UsageRecorder, TodayStore {
  /** Writes everything that waits. Never rejects; after a failure everything waits for the next flush. */
  flush(): Promise<void>
  /** The last problem with the store; null if the last write succeeded. */
  lastError(): string | null
  /** How many counters wait to be written. */
  waiting(): number
  /** How often the store has failed since the start. */
  failures(): number
  /** Everything that the store has not confirmed, but what was restored: that is in a file already. */
  unwritten(): Unwritten
  /** Takes over what an earlier run left in a file. */
  restore(unwritten: Unwritten, events: RestoreEvents): void
  /** Writes everything that waits, unless that fails, and closes the store once it is idle. */
  close(): Promise<void>
}

export interface RecorderOptions {
  /** Opens the store; after a failure, tried again at the next flush. */
  readonly open: () => Promise<Store>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  /** Called once for each new message, not for each failed write. */
  readonly onError: (message: string) => void
}

/** A store that was well so lately is not asked again. */
const WELL_MS = 2000
/** So long `check` waits for a store, so that monitors do not wait for longer. */
export const CHECK_MS = 5000
/** The hours that are read at once: more would take the event loop for longer than a keypress may wait. */
const HOURS_AT_ONCE = 24

export function createUsageRecorder({ open, now, newId, onError }: RecorderOptions): BufferedRecorder {
  const counters: CounterMap = new Map()
  const batches: Batch[] = []
  const stopList = createStopList()
  const restored = createRestored()
  let store: Store | null = null
  let error: string | null = 'the database is not open yet'
  let failures = 0
  let isClosing = false
  /** Set where a write fails while the recorder closes: another try may take longer than the process has. */
  let hasGivenUp = false
  let wellAt = Number.NEGATIVE_INFINITY
  let mustCheck = false
  let lastFlush: Promise<void> = Promise.resolve()
  /** A flush that waits for the one before it to end. */
  let nextFlush: Promise<void> | null = null

  const moveCountersToBatch = () => {
    if (counters.size === 0) return
    batches.push({ id: newId(), counters: [...counters.values()] })
    counters.clear()
  }

  const write = async () => {
    try {
      store ??= await open()
      if (batches.length === 0) moveCountersToBatch()
      for (let batch = batches[0]; batch; batch = batches[0]) {
        await withTimeout(store.add(batch))
        batches.shift()
      }
      await withTimeout(stopList.write(store))
      await withTimeout(stopList.refresh(store, now()))
      if (mustCheck) await withTimeout(store.check())
      mustCheck = false
      wellAt = now()
      error = null
      await restored.write(store)
    } catch (cause) {
      const message = rootCauseMessage(cause)
      failures += 1
      hasGivenUp = isClosing
      if (message !== error) onError(message)
      error = message
      // A connection that failed may stay broken (libSQL's does after its file was locked), so the next write opens another.
      await store?.close().catch(() => {})
      store = null
    }
  }

  const isIdle = () =>
    store !== null &&
    !mustCheck &&
    counters.size + batches.length === 0 &&
    stopList.isWritten() &&
    !restored.hasNew()

  const flush = () => {
    nextFlush ??= lastFlush.then(() => {
      nextFlush = null
      return isIdle() || hasGivenUp ? undefined : write()
    })
    lastFlush = nextFlush
    return nextFlush
  }

  const onStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    if (!store) throw new Error(`The database cannot be read: ${error}`)
    return work(store).catch((cause: unknown) => {
      // So that the next flush opens another.
      mustCheck = true
      throw cause
    })
  }

  return {
    count: (channel, locale, tallies) => addTallies(counters, now(), channel, locale, tallies),
    setStopped: (mark, stopped) => stopList.set(mark, stopped, now()),
    isStopped: stopList.has,
    async read(from, to) {
      await flush()
      const rows: Counter[] = []
      for (let hour = from; hour < to; hour += HOURS_AT_ONCE) {
        rows.push(...(await onStore((store) => store.read(hour, Math.min(to, hour + HOURS_AT_ONCE)))))
      }
      return rows
    },
    readToday: () => flush().then(() => onStore((store) => withTimeout(store.readToday()))),
    writeToday: (row) => flush().then(() => onStore((store) => withTimeout(store.writeToday(row)))),
    async check() {
      // Not where the clock was set back since.
      if (error === null && Math.abs(now() - wellAt) < WELL_MS) return null
      mustCheck = true
      return withTimeout(flush(), CHECK_MS).then(() => error, rootCauseMessage)
    },
    lastError: () => error,
    flush,
    waiting: () => counters.size + batches.reduce((sum, batch) => sum + batch.counters.length, 0),
    failures: () => failures,
    unwritten() {
      moveCountersToBatch()
      return { batches: [...batches], stops: stopList.unwritten() }
    },
    restore(unwritten, events) {
      stopList.restore(unwritten.stops)
      restored.add(unwritten.batches, events)
    },
    async close() {
      isClosing = true
      await flush()
      // The first flush may have written only an old batch: newer counts waited behind it.
      await flush()
      await store?.close()
    },
  }
}
