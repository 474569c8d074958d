/**
 * The store that DATABASE_URL names: a SQLite file, a remote libSQL database, or PostgreSQL.
 *
 * @example
 * const store = await openStore('postgres://…', 'drizzle')
 */
import { join } from 'node:path'
import { openLibsql } from './libsql.ts'
import type { Store } from './store.ts'

/** `drizzle` is the folder that holds the migrations of every dialect. */
export async function openStore(url: string, drizzle: string): Promise<Store> {
  if (!/^postgres(ql)?:/.test(url)) return openLibsql(url, join(drizzle, 'sqlite'))
  // Only who uses PostgreSQL waits for its driver to load.
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(url, join(drizzle, 'postgres'))
}
