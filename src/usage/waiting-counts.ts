/**
 * Counts that wait to be written: counters in memory, and batches of them that a store has not confirmed. A batch keeps its id
 * until then, so a batch whose confirmation got lost is counted once.
 *
 * @example
 * const counts = createWaitingCounts(randomUUID)
 * counts.add(Date.now(), 'voice', 'en', [tally('open', 'bone')])
 * await counts.write(store)
 */
import type { Channel } from '../line/event.ts'
import type { Tally } from '../line/tally.ts'
import { addTallies, type CounterMap } from './counter-map.ts'
import { type Batch, type Store, withTimeout } from './stores/store.ts'

export function createWaitingCounts(newId: () => string) {
  const counters: CounterMap = new Map()
  const batches: Batch[] = []
  const moveCountersToBatch = () => {
    if (counters.size === 0) return
    batches.push({ id: newId(), counters: [...counters.values()] })
    counters.clear()
  }
  return {
    /** `now` is in milliseconds since 1970. */
    add: (now: number, channel: Channel, locale: string, tallies: readonly Tally[]) =>
      addTallies(counters, now, channel, locale, tallies),
    /** How many counters wait. */
    size: () => counters.size + batches.reduce((sum, batch) => sum + batch.counters.length, 0),
    /** Writes old batches, or else one of what has been counted since. Rejects where one is not confirmed. */
    async write(store: Store): Promise<void> {
      if (batches.length === 0) moveCountersToBatch()
      for (let batch = batches[0]; batch; batch = batches[0]) {
        await withTimeout(store.add(batch))
        batches.shift()
      }
    },
    unwritten(): readonly Batch[] {
      moveCountersToBatch()
      return [...batches]
    },
  }
}
