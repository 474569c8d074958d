/**
 * The recorder of a worker (Cloudflare Workers): keeps the counts of its requests until one request writes them all.
 *
 * A worker may not wait for a promise that another request has started, so there is no queue of writes as in recorder.ts:
 * each request takes everything that waits, writes it after its answer, and puts it back if the write fails.
 *
 * @example
 * const counts = createRequestCounts(Date.now, openD1(env.DB).read)
 * const { counters, stops } = counts.take()
 */
import { addCounter, addTallies, type CounterMap } from './counter-map.ts'
import type { UsageRecorder } from './recorder.ts'
import type { Counter, StopChange } from './stores/store.ts'

export interface TakenCounts {
  readonly counters: readonly Counter[]
  readonly stops: readonly StopChange[]
}

export type RequestCounts = ReturnType<typeof createRequestCounts>

export function createRequestCounts(now: () => number, read: UsageRecorder['read']) {
  const waiting: CounterMap = new Map()
  const changes = new Map<string, boolean>()
  /** A worker does not read the stop list, and so knows only those of its own requests. */
  const stoppedHere = new Set<string>()
  let error: string | null = null
  const recorder: UsageRecorder = {
    count: (channel, locale, tallies) => addTallies(waiting, now(), channel, locale, tallies),
    setStopped: (mark, stopped) => {
      changes.set(mark, stopped)
      stoppedHere[stopped ? 'add' : 'delete'](mark)
    },
    isStopped: (mark) => stoppedHere.has(mark),
    read,
    lastError: () => error,
  }
  return {
    ...recorder,
    take(): TakenCounts {
      const taken = { counters: [...waiting.values()], stops: [...changes] }
      waiting.clear()
      changes.clear()
      return taken
    },
    /** After a failed write; `message` is what `lastError` then returns. */
    putBack({ counters, stops }: TakenCounts, message: string): void {
      error = message
      for (const counter of counters) addCounter(waiting, counter)
      for (const [mark, stopped] of stops) if (!changes.has(mark)) changes.set(mark, stopped)
    },
    /** After a write that succeeded. */
    wrote(): void {
      error = null
    },
  }
}
