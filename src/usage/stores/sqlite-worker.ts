/**
 * The worker thread that reads and writes a SQLite file (sqlite-worker-client.ts starts it): opens the file, says so, and
 * answers requests.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { openLibsql } from './libsql.ts'
import type { SqliteWorkerData, StoreRequest, StoreResponse } from './sqlite-worker-client.ts'
import { rootCauseMessage } from './store.ts'

const { url, migrationsFolder }: SqliteWorkerData = workerData
const store = await openLibsql(url, migrationsFolder).catch((error: unknown) => {
  throw new Error(rootCauseMessage(error))
})

parentPort?.on('message', async ({ method, args, port }: StoreRequest) => {
  // The client sends each method with its own arguments.
  const perform = store[method] as (...args: StoreRequest['args']) => Promise<unknown>
  const response = await perform(...args).then(
    (result): StoreResponse => ({ result }),
    (error: unknown): StoreResponse => ({ error: rootCauseMessage(error) }),
  )
  port.postMessage(response)
})
parentPort?.postMessage('open')
