/**
 * The thread in which a SQLite file is read and written (threaded.ts): it opens the file, says so, and answers what it
 * is asked.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { reasonOf } from '../root-cause.ts'
import { openLibsql } from './libsql.ts'
import type { Answer, Question, ThreadData } from './sqlite-worker-client.ts'

const { url, migrationsFolder } = workerData as ThreadData
const store = await openLibsql(url, migrationsFolder).catch((error: unknown) => {
  throw new Error(reasonOf(error))
})

async function answer({ method, values, port }: Question & { readonly port: MessagePort }): Promise<void> {
  const ask = store[method] as (...values: readonly unknown[]) => Promise<unknown>
  port.postMessage(
    await ask(...values).then(
      (result): Answer => ({ result }),
      (error: unknown): Answer => ({ reason: reasonOf(error) }),
    ),
  )
}

parentPort?.on('message', answer)
parentPort?.postMessage('open')
