/**
 * The store that DATABASE_URL names: a SQLite file, a remote libSQL database, or PostgreSQL.
 *
 * @example
 * const store = await openStore('postgres://…', 'drizzle')
 */
import { join } from 'node:path'
import type { Store } from './store.ts'

/**
 * `drizzle` is the folder that holds the migrations of every dialect. `thread` is thread.ts as built, for a server: a
 * SQLite file may hold up its thread, and a command has nobody to answer meanwhile.
 */
export async function openStore(url: string, drizzle: string, thread?: string): Promise<Store> {
  // A driver loads only where it is used, and after the server has begun to answer.
  if (/^postgres(ql)?:/.test(url)) {
    const { openPostgres } = await import('./postgres.ts')
    return openPostgres(url, join(drizzle, 'postgres'))
  }
  if (thread && url.startsWith('file:')) {
    const { openThreaded } = await import('./sqlite-worker-client.ts')
    return openThreaded(url, join(drizzle, 'sqlite'), thread)
  }
  const { openLibsql } = await import('./libsql.ts')
  return openLibsql(url, join(drizzle, 'sqlite'))
}
