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
  let opening: Promise<Store> | null = null
  let error: string | null = 'the database is not open yet'
  let failures = 0
  const openInTime = async () => {
    const opened = open()
    return withTimeout(opened).catch((cause: unknown) => {
      // One that opens later is of no use any more.
      opened.then((late) => late.close()).catch(() => {})
      throw cause
    })
  }
  const openOnce = async () => {
    opening ??= openInTime().finally(() => {
      opening = null
    })
    store = await opening
    return store
  }
  return {
    /** Why the last work failed; null where it has not. */
    error: () => error,
    /** How often work has failed since the start. */
    failures: () => failures,
    /** Never rejects: gives the store, or null where it cannot be opened or the work failed. */
    async use(work: (store: Store) => Promise<void>): Promise<Store | null> {
      try {
        const opened = store ?? (await openOnce())
        await work(opened)
        error = null
        return opened
      } catch (cause) {
        const message = rootCauseMessage(cause)
        failures += 1
        if (message !== error) onError(message)
        error = message
        // A connection that failed may stay broken (libSQL's does after its file was locked), so the next work opens another.
        await store?.close().catch(() => {})
        store = null
        return null
      }
    },
    /** The store to read from, though it cannot be written: it may be full, locked or a standby. */
    toRead: async (): Promise<Store> => store ?? openOnce(),
    async close(): Promise<void> {
      await store?.close()
    },
  }
}
