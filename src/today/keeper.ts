/**
 * What a server knows of today's switches. It reads them now and then; while the database fails, those known last stand, and no answer
 * waits for it.
 *
 * @example
 * const keeper = createTodayKeeper({ store, now: Date.now, onChange, onError })
 * await keeper.refresh()      // every five seconds, on Node
 * await keeper.refreshIfOld() // at a request, on Workers
 */
import { rootCauseMessage, type TodayStore, withTimeout } from '../usage/stores/store.ts'
import { changedSwitches, type TodaySwitch } from './changes.ts'
import { type KnownToday, NOTHING_CHANGED, readToday } from './rows.ts'

interface TodayKeeper {
  known(): KnownToday
  /** Takes what this server has written itself. */
  take(newer: KnownToday): void
  /** Reads them. Never rejects; waits so long at most. */
  refresh(mostMs?: number): Promise<void>
  /** Reads them if they are older than `REFRESH_MS`; waits shortly. */
  refreshIfOld(): Promise<void>
}

interface KeeperOptions {
  readonly store: Pick<TodayStore, 'readToday'>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Called for each change, also one that another server has written. */
  readonly onChange?: (change: TodayChange) => void
  /** Called once for each new message, with a sentence for the operator. */
  readonly onError?: (message: string) => void
}

/** For the log. */
export interface TodayChange {
  readonly version: number
  readonly changedAt: string
  readonly switches: readonly TodaySwitch[]
}

export const REFRESH_MS = 5000
/** Every server knows of a change by then: `REFRESH_MS`, and the time a database takes. */
export const SECONDS_TO_EVERYWHERE = 10
const READ_MS = 4000
/** So long a request waits on Workers, once in five seconds. */
const REQUEST_MS = 500

export function createTodayKeeper({ store, now, onChange, onError }: KeeperOptions): TodayKeeper {
  let known = NOTHING_CHANGED
  let error: string | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  let takes = 0

  const take = (newer: KnownToday) => {
    takes += 1
    if (newer.version === known.version && newer.changedAt === known.changedAt) return
    const switches = changedSwitches(known.today, newer.today)
    known = newer
    const changedAt = new Date(newer.changedAt).toISOString()
    // A start reads what was cleared long ago.
    if (switches.length > 0) onChange?.({ version: newer.version, changedAt, switches })
  }
  const refresh = async (mostMs = READ_MS) => {
    const before = takes
    try {
      const read = await withTimeout(readToday(store), mostMs)
      // If this server has written meanwhile, the row that was read is older.
      if (takes === before) take(read)
      error = null
    } catch (cause) {
      const message = rootCauseMessage(cause)
      if (message !== error) onError?.(message)
      error = message
    }
    askedAt = now()
  }
  return {
    known: () => known,
    take,
    refresh,
    async refreshIfOld() {
      // Not where the clock was set back since.
      if (Math.abs(now() - askedAt) < REFRESH_MS) return
      // The others that come meanwhile are answered by what is known; but the first ones wait, since nothing is.
      if (takes > 0) askedAt = now()
      await refresh(REQUEST_MS)
    },
  }
}
