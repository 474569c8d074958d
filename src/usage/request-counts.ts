/**
 * Counts of the requests that a worker answers at one time, to be written after their answers.
 *
 * A worker may not wait for what another request has begun, so there is no queue: whoever writes takes all there is.
 *
 * @example
 * const counts = createRequestCounts(Date.now, openD1(env.DB).read)
 * const { counters, stops } = counts.take()
 */
import { addCounter, addTallies, type CounterMap } from './counter-map.ts'
import type { UsageRecorder } from './recorder.ts'
import type { Counter, StopChange } from './stores/store.ts'

export interface Taken {
  readonly counters: readonly Counter[]
  readonly stops: readonly StopChange[]
}

export interface RequestCounts extends UsageRecorder {
  take(): Taken
  putBack(taken: Taken, trouble: string): void
  wrote(): void
}

export function createRequestCounts(now: () => number, read: UsageRecorder['read']): RequestCounts {
  const waiting: CounterMap = new Map()
  const stops = new Map<string, boolean>()
  let trouble: string | null = null
  return {
    count: (channel, locale, tallies) => addTallies(waiting, now(), channel, locale, tallies),
    setStopped: (mark, stopped) => void stops.set(mark, stopped),
    read,
    lastError: () => trouble,
    take() {
      const taken = { counters: [...waiting.values()], stops: [...stops] }
      waiting.clear()
      stops.clear()
      return taken
    },
    putBack(taken, message) {
      trouble = message
      for (const counter of taken.counters) addCounter(waiting, counter)
      for (const [mark, stopped] of taken.stops) if (!stops.has(mark)) stops.set(mark, stopped)
    },
    wrote() {
      trouble = null
    },
  }
}
