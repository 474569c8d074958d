/**
 * The usage log: counts in memory at once, written to the store in batches off the request's path.
 *
 * While the store fails, counts wait in memory and are written when it is back. Their number is bounded by hours and
 * topics, not by traffic, so waiting does not fill the memory. A batch that was tried keeps its id until it is known to be
 * written, so that one whose answer was lost on the way is counted once.
 *
 * @example
 * const usage = createUsageLog({ open: () => openStore(url, folder), now: Date.now, newId: randomUUID, onTrouble })
 * usage.count('voice', 'en', [tally('open', 'bone')])
 * await usage.flush()
 */
import type { Channel } from '../line/event.ts'
import type { Tally } from '../line/tally.ts'
import { addTallies, type CounterMap } from './counter-map.ts'
import { reasonOf } from './root-cause.ts'
import type { Unwritten } from './spool.ts'
import type { Batch, Counter, Store } from './stores/store.ts'
import { within } from './with-timeout.ts'

/** What the routes need of a usage log. */
export interface UsageRecorder {
  count(channel: Channel, locale: string, tallies: readonly Tally[]): void
  /** Puts a mark on the stop list with the next batch, or takes it off where it is known to be on it. */
  setStopped(mark: string, stopped: boolean): void
  /** All counters of the hours from `from` up to, not including, `to`. Rejects where the store cannot be read. */
  read(from: number, to: number): Promise<readonly Counter[]>
  /** The last problem with the store, in a sentence for the operator; null when the last write went well. */
  lastError(): string | null
}

export interface UsageLog extends UsageRecorder {
  /** Writes what waits. Never rejects; what could not be written goes on waiting. */
  flush(): Promise<void>
  /** How many counters wait to be written. */
  waiting(): number
  /** How often the store has failed since the start. */
  failures(): number
  /** What is not known to be written. */
  unwritten(): Unwritten
  /** Takes up what an earlier run left unwritten; resolves when that is written. */
  restore(unwritten: Unwritten): Promise<void>
  /** Writes what waits and closes the store. */
  close(): Promise<void>
}

export interface UsageLogOptions {
  /** Opens the store; tried again at the next flush where it fails. */
  readonly open: () => Promise<Store>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  readonly onTrouble: (message: string) => void
}

/** So soon a server hears of whom another put on the stop list. */
const STOPS_MS = 60_000

export function createUsageLog({ open, now, newId, onTrouble }: UsageLogOptions): UsageLog {
  const waiting: CounterMap = new Map()
  const stops = new Map<string, boolean>()
  const tried: Batch[] = []
  /** Who is on the stop list. Nearly all who text are not, so nothing is to be written of them. */
  let listed: Set<string> = new Set()
  let listedAt = Number.NEGATIVE_INFINITY
  let store: Store | null = null
  let trouble: string | null = 'the database is not open yet'
  let failures = 0
  let writing: Promise<void> = Promise.resolve()
  /** A flush that waits for the one before it to end. */
  let next: Promise<void> | null = null
  let restored = () => {}

  /** What waits becomes a batch of its own. */
  const takeBatch = () => {
    if (waiting.size === 0) return
    tried.push({ id: newId(), counters: [...waiting.values()] })
    waiting.clear()
  }

  const write = async () => {
    try {
      store ??= await open()
      if (tried.length === 0) takeBatch()
      for (let batch = tried[0]; batch; batch = tried[0]) {
        await within(store.add(batch))
        tried.shift()
      }
      await within(writeStops(store))
      await within(readStops(store))
      trouble = null
      restored()
    } catch (error) {
      const message = reasonOf(error)
      failures += 1
      if (message !== trouble) onTrouble(message)
      trouble = message
      // A connection that has failed may stay so (libSQL's does, once its file was locked): the next write opens another.
      await store?.close().catch(() => {})
      store = null
    }
  }

  const writeStops = async (to: Store) => {
    const changes = [...stops]
    if (changes.length > 0) await to.setStopped(changes)
    // A newer wish of the same number stays for the next time.
    for (const [mark, stopped] of changes) if (stops.get(mark) === stopped) stops.delete(mark)
  }

  const readStops = async (from: Store) => {
    if (now() - listedAt < STOPS_MS) return
    const marks = await from.stopped()
    listed = new Set([...marks, ...[...stops].flatMap(([mark, stopped]) => (stopped ? [mark] : []))])
    listedAt = now()
  }

  const isIdle = () => store !== null && waiting.size + stops.size + tried.length === 0

  return {
    count: (channel, locale, tallies) => addTallies(waiting, now(), channel, locale, tallies),
    setStopped(mark, stopped) {
      if (!stopped && !listed.delete(mark)) return
      if (stopped) listed.add(mark)
      stops.set(mark, stopped)
    },
    async read(from, to) {
      await this.flush()
      if (!store) throw new Error(`The counts cannot be read: ${trouble}`)
      return store.read(from, to)
    },
    flush() {
      next ??= writing.then(() => {
        next = null
        return isIdle() ? undefined : write()
      })
      writing = next
      return next
    },
    waiting: () => waiting.size + tried.reduce((sum, { counters }) => sum + counters.length, 0),
    lastError: () => trouble,
    failures: () => failures,
    unwritten() {
      takeBatch()
      return { batches: [...tried], stops: [...stops] }
    },
    restore(unwritten) {
      tried.push(...unwritten.batches)
      for (const [mark, stopped] of unwritten.stops) stops.set(mark, stopped)
      return new Promise((resolve) => {
        restored = resolve
      })
    },
    async close() {
      await this.flush()
      // While one batch was being tried again, later counts may have waited behind it.
      await this.flush()
      await store?.close()
    },
  }
}
