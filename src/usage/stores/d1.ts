/**
 * The store in Cloudflare D1, beside a worker. `wrangler d1 migrations apply` brings the database up to date.
 *
 * @example
 * const store = openD1(env.DB)
 */
import { drizzle } from 'drizzle-orm/d1'
import { sqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

/** D1 takes a hundred values in a statement; a counter has six. */
const ROWS_PER_STATEMENT = 16

/** The binding, as Drizzle takes it. */
export type D1Binding = Parameters<typeof drizzle>[0]

export function openD1(binding: D1Binding): Store {
  return { ...sqliteStore(drizzle(binding), ROWS_PER_STATEMENT), async close() {} }
}
