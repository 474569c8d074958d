/**
 * The tables and the store in SQLite's dialect, for libSQL and Cloudflare D1: both run a list of statements as one transaction.
 *
 * `counters` has no row for a call, a text or a person. Its size depends on hours and topics, not on traffic, and there is
 * nothing in it to leak.
 *
 * @example
 * const store = sqliteStore(drizzle(client), 500)
 */
import { and, between, eq, getTableColumns, gte, lt, lte, or, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import { type BaseSQLiteDatabase, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Channel } from '../../line/event.ts'
import type { TallyEvent } from '../../line/tally.ts'
import {
  BATCH_HOURS,
  type Counter,
  chunks,
  isPruning,
  MARKS_PER_STATEMENT,
  MOST_COUNT,
  type Store,
  TODAY_ID,
} from './store.ts'

// The tables have the same names in postgres.ts: each file is the schema of one dialect for drizzle-kit.
export const counters = sqliteTable(
  'counters',
  {
    /** Hours since 1970-01-01T00:00Z. */
    hour: integer().notNull(),
    channel: text().$type<Channel>().notNull(),
    locale: text().notNull(),
    event: text().$type<TallyEvent>().notNull(),
    subject: text().notNull(),
    count: integer().notNull(),
  },
  ({ hour, channel, locale, event, subject }) => [
    primaryKey({ columns: [hour, channel, locale, event, subject] }),
  ],
)

/** Numbers that asked for no more texts, as keyed HMACs (stop-list.ts), and when they did, in milliseconds since 1970. */
export const stops = sqliteTable('stops', {
  mark: text().primaryKey(),
  at: integer().notNull().default(0),
})

/** Batches that were written, so that a batch whose confirmation got lost is not counted twice; and when, by the database's clock. */
export const batches = sqliteTable('batches', { id: text().primaryKey(), hour: integer().notNull() })

/** Today's switches, in one row. */
export const today = sqliteTable('today', {
  id: integer().primaryKey(),
  version: integer().notNull(),
  changedAt: integer('changed_at').notNull(),
  switches: text().notNull(),
})

// biome-ignore lint/suspicious/noExplicitAny: drivers differ in the result of a run and in a schema type, neither of which is used
type SqliteDatabase = BaseSQLiteDatabase<'async', any, any> & {
  batch(statements: [BatchItem<'sqlite'>, ...BatchItem<'sqlite'>[]]): Promise<unknown>
}

/** `rowsPerStatement` is how many counters the driver takes in one statement. */
export function sqliteStore(database: SqliteDatabase, rowsPerStatement: number): Omit<Store, 'close'> {
  return {
    async add(batch) {
      const { id, counters: added } = batch
      if (added.length === 0) return
      const before = await database.select().from(batches).where(eq(batches.id, id))
      if (before.length > 0) return
      const prune = database.delete(batches).where(lt(batches.hour, sql`${HOUR} - ${BATCH_HOURS}`))
      // If another connection has written the id meanwhile, the whole transaction fails.
      await database.batch([
        database.insert(batches).values({ id, hour: HOUR }),
        ...chunks(added, rowsPerStatement).map((rows) => addRows(database, rows)),
        ...(isPruning(batch) ? [prune] : []),
      ])
    },
    read: async (from, to) =>
      database
        .select()
        .from(counters)
        // SQLite keeps whatever somebody has written by hand: words, and numbers that no program can hold.
        .where(
          and(
            gte(counters.hour, from),
            lt(counters.hour, to),
            sql`typeof(${counters.count}) = 'integer'`,
            between(counters.count, 0, MOST_COUNT),
          ),
        ),
    async setStopped(changes) {
      const added = changes.filter(([, stopped]) => stopped).map(([mark, , at]) => ({ mark, at }))
      const removed = changes.filter(([, stopped]) => !stopped)
      for (const rows of chunks(added, MARKS_PER_STATEMENT))
        await database
          .insert(stops)
          .values(rows)
          .onConflictDoUpdate({ target: stops.mark, set: { at: sql`max(${stops.at}, excluded.at)` } })
      for (const marks of chunks(removed, MARKS_PER_STATEMENT))
        await database
          .delete(stops)
          .where(or(...marks.map(([mark, , at]) => and(eq(stops.mark, mark), lte(stops.at, at)))))
    },
    async stopped() {
      return (await database.select().from(stops)).map(({ mark, at }) => [mark, at])
    },
    async readToday() {
      const { id: _, ...columns } = getTableColumns(today)
      const [row] = await database.select(columns).from(today).where(eq(today.id, TODAY_ID))
      return row ?? null
    },
    async writeToday(row) {
      const written = await database
        .insert(today)
        .values({ id: TODAY_ID, ...row })
        .onConflictDoUpdate({ target: today.id, set: row, setWhere: eq(today.version, row.version - 1) })
        .returning({ id: today.id })
      return written.length > 0
    },
    async check() {
      await database.batch([
        database.delete(batches).where(eq(batches.id, '')),
        database.delete(counters).where(eq(counters.hour, -1)),
        database.delete(stops).where(eq(stops.mark, '')),
      ])
    },
  }
}

const HOUR = sql`cast(strftime('%s', 'now') as integer) / 3600`

/** Adds to counters, new or old. A count that somebody has changed by hand is brought back among those that can be. */
function addRows(database: SqliteDatabase, rows: Counter[]) {
  return database
    .insert(counters)
    .values(rows)
    .onConflictDoUpdate({
      target: [counters.hour, counters.channel, counters.locale, counters.event, counters.subject],
      set: { count: sql`min(max(${counters.count}, 0) + excluded.count, ${MOST_COUNT})` },
    })
}
