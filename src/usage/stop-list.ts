/**
 * The stop list: numbers that asked for no more texts, so that the line never texts them of its own accord.
 *
 * It is the only thing ever stored about a number, and it is not the number but a keyed HMAC: nobody can compute the number
 * from it without the line's SECRET. It is still personal data (docs/privacy.md).
 *
 * @example
 * const mark = stopMark(secret, '+15555550111') // '9f2c…', 64 hexadecimal digits
 * const stopList = createStopList()
 * stopList.set(mark, true, Date.now())
 * await stopList.write(store)
 */
import { createHmac } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { StopChange, Store } from './stores/store.ts'

/** A server learns this soon of numbers that another server put on the list. */
const REFRESH_MS = 60_000
/** Of so many numbers it is known when they texted last. */
const MAX_TEXTED = 10_000

/** The same number and secret always give the same mark. */
export function stopMark(secret: string, number: string): string {
  return createHmac('sha256', secret).update(number).digest('hex')
}

/**
 * A recorder's copy of the stop list, with the changes that the store has not confirmed. What a person asked for last holds,
 * though several servers heard it and write it late: each change has its time.
 */
export function createStopList() {
  const changes = new Map<string, StopChange>()
  const texted = new LRUCache<string, number>({ max: MAX_TEXTED })
  let known: Set<string> = new Set()
  let readAt = Number.NEGATIVE_INFINITY
  return {
    set(mark: string, stopped: boolean, at: number): void {
      changes.set(mark, [mark, stopped, at])
      if (stopped) known.add(mark)
      else texted.set(mark, at)
    },
    /** Whether a mark is known to be on the list. */
    has: (mark: string): boolean => changes.get(mark)?.[1] ?? known.has(mark),
    /** Whether the store has confirmed all changes. */
    isWritten: () => changes.size === 0,
    /** The changes to keep when the server ends. A number that was never on the list leaves no trace. */
    unwritten: (): readonly StopChange[] =>
      [...changes.values()].filter(([mark, stopped]) => stopped || known.has(mark)),
    /** Takes over changes that an earlier run left unwritten. */
    restore(restored: readonly StopChange[]): void {
      for (const change of restored) {
        const [mark, , at] = change
        known.add(mark)
        if (at >= (changes.get(mark)?.[2] ?? 0)) changes.set(mark, change)
      }
    },
    async write(store: Store): Promise<void> {
      const written = [...changes.values()]
      if (written.length > 0) await store.setStopped(written)
      for (const change of written) {
        const [mark, stopped] = change
        // The same number may have changed its mind during the write: that change stays for the next one.
        if (changes.get(mark) !== change) continue
        changes.delete(mark)
        if (!stopped) known.delete(mark)
      }
    },
    /** Reads the list again, if the last reading is a minute old. `now` is in milliseconds. */
    async refresh(store: Store, now: number): Promise<void> {
      // Not where the clock was set back since.
      if (Math.abs(now - readAt) < REFRESH_MS) return
      const stops = await store.stopped()
      known = new Set([...stops.map(([mark]) => mark), ...changes.keys()])
      // Another server was late to write that this number asked to stop: it has texted here since.
      for (const [mark, at] of stops) {
        const later = texted.get(mark) ?? 0
        if (later >= at && !changes.has(mark)) changes.set(mark, [mark, false, later])
      }
      readAt = now
    },
  }
}
