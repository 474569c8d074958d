/**
 * Counts in SQLite: a file beside the server, or a remote libSQL database.
 *
 * @example
 * const store = await openLibsql('file:plainline.db', 'drizzle/sqlite')
 */
import { createClient } from '@libsql/client'
import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { counters, stops } from './schema.ts'
import type { Counter, Store } from './store.ts'

/** Opens the database and brings it up to date. Rejects where it cannot be opened. */
export async function openLibsql(url: string, migrationsFolder: string): Promise<Store> {
  const client = createClient({ url })
  const database = drizzle(client)
  await migrate(database, { migrationsFolder })
  return {
    async add(rows) {
      if (rows.length === 0) return
      // One statement, so that a batch is counted whole or not at all.
      await database
        .insert(counters)
        .values([...rows])
        .onConflictDoUpdate({
          target: [counters.hour, counters.channel, counters.locale, counters.event, counters.subject],
          set: { count: sql`${counters.count} + excluded.count` },
        })
    },
    async setStopped(mark, stopped) {
      if (stopped) await database.insert(stops).values({ mark }).onConflictDoNothing()
      else await database.delete(stops).where(eq(stops.mark, mark))
    },
    async isStopped(mark) {
      const rows = await database.select().from(stops).where(eq(stops.mark, mark))
      return rows.length > 0
    },
    async read(from, to) {
      const rows = await database
        .select()
        .from(counters)
        .where(and(gte(counters.hour, from), lt(counters.hour, to)))
      return rows as Counter[]
    },
    async close() {
      client.close()
    },
  }
}
