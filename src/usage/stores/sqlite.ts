/**
 * The store over SQLite, as libSQL and Cloudflare D1 have it: both run a list of statements as one transaction.
 *
 * @example
 * const store = sqliteStore(drizzle(client), 500)
 */
import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { batches, counters, stops } from './schema-sqlite.ts'
import { BATCH_HOURS, type Counter, MARKS_A_STATEMENT, type Store } from './store.ts'

// biome-ignore lint/suspicious/noExplicitAny: drivers differ in the result of a run and in a schema type, neither of which is used
export type SqliteDatabase = BaseSQLiteDatabase<'async', any, any> & {
  batch(statements: [BatchItem<'sqlite'>, ...BatchItem<'sqlite'>[]]): Promise<unknown>
}

/** `rows` is how many counters fit into a statement. */
export function sqliteStore(database: SqliteDatabase, rows: number): Omit<Store, 'close'> {
  return {
    async add({ id, counters: added }) {
      if (added.length === 0) return
      const before = await database.select().from(batches).where(eq(batches.id, id))
      if (before.length > 0) return
      const hour = Math.max(...added.map((counter) => counter.hour))
      // Where the id was written meanwhile, the whole transaction fails.
      await database.batch([
        database.insert(batches).values({ id, hour }),
        ...addToCounters(database, added, rows),
        database.delete(batches).where(lt(batches.hour, hour - BATCH_HOURS)),
      ])
    },
    async read(from, to) {
      const found = await database
        .select()
        .from(counters)
        .where(and(gte(counters.hour, from), lt(counters.hour, to)))
      return found as Counter[]
    },
    async setStopped(changes) {
      const added = changes.filter(([, stopped]) => stopped).map(([mark]) => ({ mark }))
      const removed = changes.filter(([, stopped]) => !stopped).map(([mark]) => mark)
      for (let at = 0; at < added.length; at += MARKS_A_STATEMENT)
        await database
          .insert(stops)
          .values(added.slice(at, at + MARKS_A_STATEMENT))
          .onConflictDoNothing()
      for (let at = 0; at < removed.length; at += MARKS_A_STATEMENT)
        await database.delete(stops).where(inArray(stops.mark, removed.slice(at, at + MARKS_A_STATEMENT)))
    },
    async stopped() {
      return (await database.select().from(stops)).map(({ mark }) => mark)
    },
  }
}

/** The statements that add to counters, new or old; usually one. */
export function addToCounters(database: SqliteDatabase, added: readonly Counter[], rows: number) {
  return Array.from({ length: Math.ceil(added.length / rows) }, (_, index) =>
    database
      .insert(counters)
      .values(added.slice(index * rows, (index + 1) * rows))
      .onConflictDoUpdate({
        target: [counters.hour, counters.channel, counters.locale, counters.event, counters.subject],
        set: { count: sql`${counters.count} + excluded.count` },
      }),
  )
}
