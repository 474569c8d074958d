/**
 * The store that DATABASE_URL names: a SQLite file, a remote libSQL database, or PostgreSQL.
 *
 * @example
 * const store = await openStore('postgres://…', 'drizzle')
 */
import { join } from 'node:path'
import type { Store } from './store.ts'

/** `drizzle` is the folder that holds the migrations of every dialect. */
export async function openStore(url: string, drizzle: string): Promise<Store> {
  // A driver loads only where it is used, and after the server has begun to answer.
  if (/^postgres(ql)?:/.test(url)) {
    const { openPostgres } = await import('./postgres.ts')
    return openPostgres(url, join(drizzle, 'postgres'))
  }
  const { openLibsql } = await import('./libsql.ts')
  return openLibsql(url, join(drizzle, 'sqlite'))
}
