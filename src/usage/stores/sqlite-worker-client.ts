/**
 * The store in a SQLite file, through a worker thread: SQLite blocks its thread for as long as the file is locked or the
 * disk hangs, and in a thread of its own it blocks no answer.
 *
 * @example
 * const store = await openSqliteWorker('file:plainline.db', 'drizzle/sqlite', 'dist/usage/stores/sqlite-worker.js')
 */
import { once } from 'node:events'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { Store } from './store.ts'

export interface SqliteWorkerData {
  readonly url: string
  readonly migrationsFolder: string
}

/** A call of one method of the store; its response is sent to `port`. */
export interface StoreRequest {
  readonly method: keyof Store
  readonly args: Parameters<Store[keyof Store]>
  readonly port: MessagePort
}

export type StoreResponse = { readonly result: unknown } | { readonly error: string }

const ENDED = 'The thread of the database has ended'
/** What Node gives as the id of a thread that has ended. */
const NO_THREAD = -1

/** `workerFile` is sqlite-worker.ts as built. Rejects if the database cannot be opened, or is newer than this program. */
export async function openSqliteWorker(
  url: string,
  migrationsFolder: string,
  workerFile: string,
): Promise<Store> {
  const workerData: SqliteWorkerData = { url, migrationsFolder }
  const worker = new Worker(workerFile, { workerData })
  const [opened] = await Promise.race([once(worker, 'message'), once(worker, 'exit')])
  if (opened !== 'open') throw new Error(ENDED)
  // A pending call learns that the thread has ended because its port closes.
  worker.on('error', () => {})

  const call = async <Method extends keyof Store>(
    method: Method,
    ...args: Parameters<Store[Method]>
  ): Promise<Awaited<ReturnType<Store[Method]>>> => {
    if (worker.threadId === NO_THREAD) throw new Error(ENDED)
    const { port1, port2 } = new MessageChannel()
    const request: StoreRequest = { method, args, port: port2 }
    worker.postMessage(request, [port2])
    const [response]: readonly StoreResponse[] = await Promise.race([
      once(port1, 'message'),
      once(port1, 'close'),
    ])
    port1.close()
    if (!response) throw new Error(ENDED)
    if ('error' in response) throw new Error(response.error)
    // sqlite-worker.ts answers with what the method of this name returned.
    return response.result as Awaited<ReturnType<Store[Method]>>
  }

  return {
    add: (batch) => call('add', batch),
    read: (from, to) => call('read', from, to),
    setStopped: (changes) => call('setStopped', changes),
    stopped: () => call('stopped'),
    readToday: () => call('readToday'),
    writeToday: (row) => call('writeToday', row),
    check: () => call('check'),
    async close() {
      // Answered only after the calls before it: libSQL aborts the process if its thread ends within one of them.
      await call('close').catch(() => {})
      await worker.terminate()
    },
  }
}
