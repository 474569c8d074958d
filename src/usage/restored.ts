/**
 * Batches that earlier runs left in files (spool.ts), until the store has them. They come after everything else, so that one
 * that the store refuses keeps nothing from being written. Until all are written, they stay in their file.
 *
 * @example
 * const restored = createRestored()
 * restored.add(batches, { onWritten: () => rm(file), onRefused: (message) => log.error({ file, message }) })
 * await restored.write(store)
 */
import { type Batch, rootCauseMessage, type Store, withTimeout } from './stores/store.ts'

export interface RestoreEvents {
  /** The store has confirmed everything; must not reject. */
  readonly onWritten: () => Promise<void>
  /** The store has not taken it, though it takes what is counted now; called once at most. */
  readonly onRefused: (message: string) => void
}

/** A store may fail once or twice for a reason that passes. After that, only the next start tries again. */
const MOST_TRIES = 3

export function createRestored() {
  const entries = new Set<{ batches: readonly Batch[]; tries: number; readonly events: RestoreEvents }>()
  return {
    add: (batches: readonly Batch[], events: RestoreEvents) =>
      void entries.add({ batches, tries: 0, events }),
    hasNew: () => [...entries].some(({ tries }) => tries === 0),
    /** Never rejects. */
    async write(store: Store): Promise<void> {
      for (const entry of entries) {
        const refused: Batch[] = []
        let problem = ''
        for (const batch of entry.batches)
          await withTimeout(store.add(batch)).catch((cause: unknown) => {
            refused.push(batch)
            problem = rootCauseMessage(cause)
          })
        entry.batches = refused
        entry.tries += 1
        if (refused.length === 0 || entry.tries === MOST_TRIES) entries.delete(entry)
        if (refused.length === 0) await entry.events.onWritten()
        else if (entry.tries === 1) entry.events.onRefused(problem)
      }
    },
  }
}
