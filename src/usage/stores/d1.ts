/**
 * Counts in Cloudflare D1, beside a worker. `wrangler d1 migrations apply` brings it up to date.
 *
 * @example
 * const store = openD1(env.DB)
 */
import { drizzle } from 'drizzle-orm/d1'
import { addToCounters, sqliteStore } from './sqlite.ts'
import type { Counter, Store } from './store.ts'

/** D1 takes a hundred values a statement; a counter has six. */
const ROWS_A_STATEMENT = 16

/** The binding, as Drizzle takes it. */
export type D1Binding = Parameters<typeof drizzle>[0]

export function openD1(binding: D1Binding): Store {
  return { ...sqliteStore(drizzle(binding), ROWS_A_STATEMENT), async close() {} }
}

/** What one request counted, in one statement and without an id: a worker keeps little with which to try again. */
export async function addOnce(binding: D1Binding, counters: readonly Counter[]): Promise<void> {
  const database = drizzle(binding)
  const [first, ...more] = addToCounters(database, counters, ROWS_A_STATEMENT)
  if (first) await database.batch([first, ...more])
}
