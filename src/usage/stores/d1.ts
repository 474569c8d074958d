/**
 * The store in Cloudflare D1, beside a worker. `wrangler d1 migrations apply` brings the database up to date.
 *
 * @example
 * const store = openD1(env.DB)
 */
import { drizzle } from 'drizzle-orm/d1'
import { addToCounters, sqliteStore } from './sqlite.ts'
import type { Counter, Store } from './store.ts'

/** D1 takes a hundred values in a statement; a counter has six. */
const ROWS_PER_STATEMENT = 16

/** The binding, as Drizzle takes it. */
export type D1Binding = Parameters<typeof drizzle>[0]

export function openD1(binding: D1Binding): Store {
  return { ...sqliteStore(drizzle(binding), ROWS_PER_STATEMENT), async close() {} }
}

/** Adds the counters of one request, without a batch id: a worker ends too soon to retry a batch under its id. */
export async function addOnce(binding: D1Binding, counters: readonly Counter[]): Promise<void> {
  const database = drizzle(binding)
  const [first, ...more] = addToCounters(database, counters, ROWS_PER_STATEMENT)
  if (first) await database.batch([first, ...more])
}
