/**
 * A SQLite file, in a thread of its own: SQLite holds up its thread for as long as the file is locked or the disk hangs,
 * and there it holds up no answer.
 *
 * @example
 * const store = await openThreaded('file:plainline.db', 'drizzle/sqlite', 'dist/usage/thread.js')
 */
import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { Store } from './store.ts'

export interface ThreadData {
  readonly url: string
  readonly migrationsFolder: string
}

export interface Question {
  readonly method: keyof Store
  readonly values: readonly unknown[]
}

export type Answer = { readonly result: unknown } | { readonly reason: string }

const ENDED = 'The thread of the database has ended'
/** What Node gives as the id of a thread that has ended. */
const NO_THREAD = -1

/** `thread` is thread.ts as built. Rejects where the database cannot be opened, or is newer than this program. */
export async function openThreaded(url: string, migrationsFolder: string, thread: string): Promise<Store> {
  const worker = new Worker(thread, { workerData: { url, migrationsFolder } satisfies ThreadData })
  await once(worker, 'message')
  // Whoever waits for the thread learns of its end by the closing of their port.
  worker.on('error', () => {})
  const ask = async <Result>(method: keyof Store, ...values: readonly unknown[]): Promise<Result> => {
    if (worker.threadId === NO_THREAD) throw new Error(ENDED)
    const { port1, port2 } = new MessageChannel()
    worker.postMessage({ method, values, port: port2 }, [port2])
    const [answer] = (await Promise.race([once(port1, 'message'), once(port1, 'close')])) as [Answer?]
    port1.close()
    if (!answer) throw new Error(ENDED)
    if ('reason' in answer) throw new Error(answer.reason)
    return answer.result as Result
  }
  return {
    add: (batch) => ask('add', batch),
    read: (from, to) => ask('read', from, to),
    setStopped: (changes) => ask('setStopped', changes),
    stopped: () => ask('stopped'),
    async close() {
      await ask('close').catch(() => {})
      await worker.terminate()
    },
  }
}
