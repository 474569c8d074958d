/**
 * The usage log: counts in memory at once, written to the store in batches off the request's path.
 *
 * While the store fails, counts wait in memory and are written when it is back. Their number is bounded by hours and
 * topics, not by traffic, so waiting does not fill the memory.
 *
 * @example
 * const usage = createUsageLog({ open: () => openLibsql(url, folder), now: Date.now, onTrouble })
 * usage.count('voice', 'en', [tally('open', 'bone')])
 * await usage.flush()
 */
import type { Channel } from '../line/input.ts'
import type { Tally } from '../line/tally.ts'
import type { Counter, Store } from './store.ts'

export interface UsageLog {
  count(channel: Channel, locale: string, tallies: readonly Tally[]): void
  /** Puts a mark on the stop list with the next batch, or takes it off. */
  setStopped(mark: string, stopped: boolean): void
  /** Writes what waits. Never rejects; what could not be written goes on waiting. */
  flush(): Promise<void>
  /** How many counters wait to be written. */
  waiting(): number
  /** The last problem with the store, in a sentence for the operator; null when the last write went well. */
  trouble(): string | null
  close(): Promise<void>
}

export interface UsageLogOptions {
  /** Opens the store; tried again at the next flush where it fails. */
  readonly open: () => Promise<Store>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly onTrouble: (message: string) => void
}

const HOUR_MS = 3_600_000
/** SQLite takes up to 32,766 values a statement; six a row stay well below. */
const ROWS_A_STATEMENT = 500

export function createUsageLog({ open, now, onTrouble }: UsageLogOptions): UsageLog {
  const waiting = new Map<string, Counter>()
  const stops = new Map<string, boolean>()
  let store: Store | null = null
  let trouble: string | null = null
  let writing: Promise<void> = Promise.resolve()

  const add = (counter: Counter) => {
    const { hour, channel, locale, event, subject } = counter
    const key = [hour, channel, locale, event, subject].join('\n')
    const before = waiting.get(key)
    waiting.set(key, before ? { ...before, count: before.count + counter.count } : counter)
  }

  const write = async () => {
    const batch = [...waiting.values()]
    waiting.clear()
    let written = 0
    try {
      store ??= await open()
      for (const [mark, stopped] of stops) {
        await store.setStopped(mark, stopped)
        if (stops.get(mark) === stopped) stops.delete(mark)
      }
      while (written < batch.length) {
        await store.add(batch.slice(written, written + ROWS_A_STATEMENT))
        written += ROWS_A_STATEMENT
      }
      trouble = null
    } catch (error) {
      for (const counter of batch.slice(written)) add(counter)
      const message = error instanceof Error ? error.message : String(error)
      if (message !== trouble) onTrouble(message)
      trouble = message
    }
  }

  return {
    count(channel, locale, tallies) {
      const hour = Math.floor(now() / HOUR_MS)
      for (const { event, subject } of tallies) add({ hour, channel, locale, event, subject, count: 1 })
    },
    setStopped(mark, stopped) {
      stops.set(mark, stopped)
    },
    flush() {
      writing = writing.then(() => (waiting.size + stops.size > 0 || !store ? write() : undefined))
      return writing
    },
    waiting: () => waiting.size,
    trouble: () => trouble,
    async close() {
      await this.flush()
      await store?.close()
    },
  }
}
