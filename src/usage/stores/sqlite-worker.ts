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

parentPort?.on('message', async (request: StoreRequest) => {
  const response = await perform(request).then(
    (result): StoreResponse => ({ result }),
    (error: unknown): StoreResponse => ({ error: rootCauseMessage(error) }),
  )
  request.port.postMessage(response)
})
parentPort?.postMessage('open')

function perform(request: StoreRequest): Promise<unknown> {
  switch (request.method) {
    case 'add':
      return store.add(...request.args)
    case 'read':
      return store.read(...request.args)
    case 'setStopped':
      return store.setStopped(...request.args)
    case 'stopped':
      return store.stopped()
    case 'close':
      return store.close()
  }
}
