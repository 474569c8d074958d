/**
 * Opens the store that DATABASE_URL names: a SQLite file, a remote libSQL database, or PostgreSQL.
 *
 * @example
 * const store = await openStore('postgres://…', 'drizzle')
 */
import { join } from 'node:path'
import { readDatabaseUrl } from './database-url.ts'
import type { Store } from './store.ts'

interface OpenOptions {
  /** The built sqlite-worker.js, because SQLite may block its thread. A command has nobody to answer meanwhile and passes none. */
  readonly workerFile?: string
  /** A server has had this database open already: a newer server that has started beside it may have migrated it since. */
  readonly isReopened?: boolean
}

/** `drizzle` is the folder with the migrations of every dialect. */
export async function openStore(
  url: string,
  drizzle: string,
  { workerFile, isReopened = false }: OpenOptions = {},
): Promise<Store> {
  // A driver loads only where it is used, and after the server has begun to answer.
  const read = readDatabaseUrl(url)
  if (!read.ok) throw new Error(read.problems.join(' '))
  if (read.value.kind === 'postgres') {
    const { openPostgres } = await import('./postgres.ts')
    return openPostgres(read.value.address, join(drizzle, 'postgres'), isReopened)
  }
  if (workerFile && read.value.kind === 'file') {
    const { openSqliteWorker } = await import('./sqlite-worker-client.ts')
    return openSqliteWorker(url, join(drizzle, 'sqlite'), workerFile)
  }
  const { openLibsql } = await import('./libsql.ts')
  return openLibsql(url, join(drizzle, 'sqlite'))
}
