/**
 * The recorder of a worker (Cloudflare Workers): keeps the counts of its requests until one request writes them all.
 *
 * A worker may not wait for a promise that another request has started, so there is no queue of writes as in recorder.ts:
 * each request takes what waits, writes it after its answer, and puts it back, under the same id, if the write fails.
 *
 * @example
 * const counts = createRequestCounts({ store: openD1(env.DB), now: Date.now, newId: () => crypto.randomUUID() })
 * context.waitUntil(counts.write())
 */
import { addTallies, type CounterMap } from './counter-map.ts'
import { CHECK_MS, type RecorderOptions, type UsageRecorder } from './recorder.ts'
import { createStopList } from './stop-list.ts'
import { type Batch, rootCauseMessage, type Store, type TodayStore, withTimeout } from './stores/store.ts'

interface RequestCounts extends UsageRecorder, TodayStore {
  /** Writes what waits. Never rejects; after a failure it waits for the next request. */
  write(): Promise<void>
}

export function createRequestCounts({
  store,
  now,
  newId,
  onError,
}: Omit<RecorderOptions, 'open'> & { readonly store: Store }): RequestCounts {
  const waiting: CounterMap = new Map()
  const failed: Batch[] = []
  const stopList = createStopList()
  let error: string | null = null

  const takeBatch = (): Batch | undefined => {
    if (failed.length > 0 || waiting.size === 0) return failed.shift()
    const batch = { id: newId(), counters: [...waiting.values()] }
    waiting.clear()
    return batch
  }
  const add = async (batch: Batch) => {
    try {
      await withTimeout(store.add(batch))
    } catch (cause) {
      failed.push(batch)
      throw cause
    }
  }
  return {
    count: (channel, locale, tallies) => addTallies(waiting, now(), channel, locale, tallies),
    setStopped: (mark, stopped) => stopList.set(mark, stopped, now()),
    isStopped: stopList.has,
    read: store.read,
    readToday: store.readToday,
    writeToday: store.writeToday,
    check: () => withTimeout(store.check(), CHECK_MS).then(() => error, rootCauseMessage),
    async write() {
      if (waiting.size + failed.length === 0 && stopList.isWritten()) return
      try {
        for (let batch = takeBatch(); batch; batch = takeBatch()) await add(batch)
        await withTimeout(stopList.write(store))
        await withTimeout(stopList.refresh(store, now()))
        error = null
      } catch (cause) {
        const message = rootCauseMessage(cause)
        if (message !== error) onError(message)
        error = message
      }
    },
  }
}
