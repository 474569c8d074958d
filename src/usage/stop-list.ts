/**
 * The stop list: numbers that asked for no more texts, so that the line never texts them of its own accord.
 *
 * It is the only thing ever stored about a number, and it is not the number but a keyed HMAC: nobody can compute the number
 * from it without the line's SECRET. It is still personal data (docs/privacy.md).
 *
 * @example
 * const mark = stopMark(secret, '+15555550111') // '9f2c…', 64 hexadecimal digits
 * const stopList = createStopList()
 * stopList.set(mark, true)
 * await stopList.write(store)
 */
import { createHmac } from 'node:crypto'
import type { StopChange, Store } from './stores/store.ts'

/** A server learns this soon of numbers that another server put on the list. */
const REFRESH_MS = 60_000

/** The same number and secret always give the same mark. */
export function stopMark(secret: string, number: string): string {
  return createHmac('sha256', secret).update(number).digest('hex')
}

/** A recorder's copy of the stop list, with the changes that the store has not confirmed. */
export function createStopList() {
  const changes = new Map<string, boolean>()
  let known: Set<string> = new Set()
  let readAt = Number.NEGATIVE_INFINITY
  return {
    set(mark: string, stopped: boolean): void {
      // Nearly all numbers that text are not on the list; nothing is written about them.
      if (!stopped && !known.delete(mark)) return
      if (stopped) known.add(mark)
      changes.set(mark, stopped)
    },
    has: (mark: string): boolean => known.has(mark),
    unwritten: (): readonly StopChange[] => [...changes],
    /** Takes over changes that an earlier run left unwritten. */
    restore(restored: readonly StopChange[]): void {
      for (const [mark, stopped] of restored) changes.set(mark, stopped)
    },
    async write(store: Store): Promise<void> {
      const written = [...changes]
      if (written.length > 0) await store.setStopped(written)
      // The same number may have changed its mind during the write: that change stays for the next one.
      for (const [mark, stopped] of written) if (changes.get(mark) === stopped) changes.delete(mark)
    },
    /** Reads the marks again, if the last reading is a minute old. `now` is in milliseconds. */
    async refresh(store: Store, now: number): Promise<void> {
      if (now - readAt < REFRESH_MS) return
      const marks = await store.stopped()
      known = new Set([...marks, ...[...changes].flatMap(([mark, stopped]) => (stopped ? [mark] : []))])
      readAt = now
    },
  }
}
