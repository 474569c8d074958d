/**
 * The recorder's store: opened when it is first needed, and anew after a failure.
 *
 * @example
 * const connection = createConnection(() => openStore(url, folder), onError)
 * await connection.use((store) => store.check()) // never rejects
 * connection.error() // 'connect ECONNREFUSED 127.0.0.1:5432'
 */
import { rootCauseMessage, type Store, withTimeout } from './stores/store.ts'

/** `onError` is called once for each new message. */
export function createConnection(open: () => Promise<Store>, onError: (message: string) => void) {
  let store: Store | null = null
  let error: string | null = 'the database is not open yet'
  let failures = 0
  const openInTime = async () => {
    const opening = open()
    return withTimeout(opening).catch((cause: unknown) => {
      // One that opens later is of no use any more.
      opening.then((late) => late.close()).catch(() => {})
      throw cause
    })
  }
  return {
    /** Null where it is not open. */
    store: () => store,
    /** Why the last work failed; null where it has not. */
    error: () => error,
    /** How often work has failed since the start. */
    failures: () => failures,
    /** Never rejects: gives false if the work failed. */
    async use(work: (store: Store) => Promise<void>): Promise<boolean> {
      try {
        store ??= await openInTime()
        await work(store)
        error = null
        return true
      } catch (cause) {
        const message = rootCauseMessage(cause)
        failures += 1
        if (message !== error) onError(message)
        error = message
        // A connection that failed may stay broken (libSQL's does after its file was locked), so the next work opens another.
        await store?.close().catch(() => {})
        store = null
        return false
      }
    },
    async close(): Promise<void> {
      await store?.close()
    },
  }
}
