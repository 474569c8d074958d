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
import { createConnection } from './connection.ts'
import { createRestored, type RestoreEvents } from './restored.ts'
import type { Unwritten } from './spool.ts'
import { createStopList } from './stop-list.ts'
import { type Counter, rootCauseMessage, type Store, type TodayStore, withTimeout } from './stores/store.ts'
import { createWaitingCounts } from './waiting-counts.ts'

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
/** The hours that are read at once, where little was counted up to `MOST_HOURS`: more would take the event loop for longer than a keypress may wait. */
const HOURS_AT_ONCE = 24
/** Each reading takes some five round trips to PostgreSQL: a year of days, with a database in another country, a minute. */
const MOST_HOURS = 8 * HOURS_AT_ONCE
const FEW_ROWS = 1000

export function createUsageRecorder({ open, now, newId, onError }: RecorderOptions): BufferedRecorder {
  const counts = createWaitingCounts(newId)
  const stopList = createStopList()
  const restored = createRestored()
  const connection = createConnection(open, onError)
  let isClosing = false
  /** Set where a write fails while the recorder closes: another try may take longer than the process has. */
  let hasGivenUp = false
  let wellAt = Number.NEGATIVE_INFINITY
  let mustCheck = false

  const isIdle = () =>
    connection.error() === null &&
    !mustCheck &&
    counts.size() === 0 &&
    stopList.isWritten() &&
    !restored.hasNew()

  const writeCounts = async (store: Store) => {
    await counts.write(store)
    await withTimeout(stopList.write(store))
    await withTimeout(stopList.refresh(store, now()))
    if (mustCheck) await withTimeout(store.check())
    mustCheck = false
    wellAt = now()
  }

  const flush = createFlush(async () => {
    if (isIdle() || hasGivenUp) return
    const store = await connection.use(writeCounts)
    if (store) await restored.write(store)
    hasGivenUp = isClosing && !store
  })

  const onStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await connection.toRead().catch((cause: unknown) => {
      throw new Error(`The database cannot be read: ${rootCauseMessage(cause)}`)
    })
    return withTimeout(work(store)).catch((cause: unknown) => {
      // So that the next flush opens another.
      mustCheck = true
      throw cause
    })
  }

  return {
    count: (channel, locale, tallies) => counts.add(now(), channel, locale, tallies),
    setStopped: (mark, stopped) => stopList.set(mark, stopped, now()),
    isStopped: stopList.has,
    async read(from, to) {
      await flush()
      const rows: Counter[] = []
      let hours = HOURS_AT_ONCE
      for (let hour = from, end = from; hour < to; hour = end) {
        end = Math.min(to, hour + hours)
        const read = await onStore((store) => store.read(hour, end))
        rows.push(...read)
        if (read.length < FEW_ROWS) hours = Math.min(2 * hours, MOST_HOURS)
        else if (read.length > 2 * FEW_ROWS) hours = HOURS_AT_ONCE
      }
      return rows
    },
    // Without the counts, which may be what cannot be written.
    readToday: () => onStore((store) => store.readToday()),
    writeToday: (row) => onStore((store) => store.writeToday(row)),
    async check() {
      // Not where the clock was set back since.
      if (connection.error() === null && Math.abs(now() - wellAt) < WELL_MS) return null
      mustCheck = true
      return withTimeout(flush(), CHECK_MS).then(connection.error, rootCauseMessage)
    },
    lastError: connection.error,
    flush,
    waiting: counts.size,
    failures: connection.failures,
    unwritten: () => ({ batches: counts.unwritten(), stops: stopList.unwritten() }),
    restore(unwritten, events) {
      stopList.restore(unwritten.stops)
      restored.add(unwritten.batches, events)
    },
    async close() {
      isClosing = true
      await flush()
      // The first flush may have written only an old batch: newer counts waited behind it.
      await flush()
      await connection.close()
    },
  }
}

/** One write after another: who asks while one is under way gets the next, which all share who ask meanwhile. */
function createFlush(write: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  return () => {
    next ??= last.then(() => {
      next = null
      return write()
    })
    last = next
    return next
  }
}
