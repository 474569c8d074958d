/**
 * The tables and the store in PostgreSQL, for several servers over one database.
 *
 * @example
 * const store = await openPostgres(address, 'drizzle/postgres')
 */
import { and, eq, getTableColumns, gte, lt, lte, or, sql } from 'drizzle-orm'
import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/postgres-js'
import type { Channel } from '../../line/event.ts'
import type { TallyEvent } from '../../line/tally.ts'
import { connectPostgres, transact } from './postgres-client.ts'
import { migratePostgres } from './postgres-migrations.ts'
import type { PostgresAddress } from './postgres-url.ts'
import { BATCH_HOURS, chunks, MARKS_PER_STATEMENT, type Store, TODAY_ID, withTimeout } from './store.ts'

// The same tables as in sqlite.ts, which says what they are for.
export const counters = pgTable(
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
export const stops = pgTable('stops', {
  mark: text().primaryKey(),
  at: bigint({ mode: 'number' }).notNull().default(0),
})
export const batches = pgTable('batches', { id: text().primaryKey(), hour: integer().notNull() })

export const today = pgTable('today', {
  id: integer().primaryKey(),
  version: integer().notNull(),
  changedAt: bigint('changed_at', { mode: 'number' }).notNull(),
  switches: text().notNull(),
})

const CLOSE_SECONDS = 1

/** Opens the database and brings it up to date, safely when several servers start at once. */
export async function openPostgres(address: PostgresAddress, migrationsFolder: string): Promise<Store> {
  const connect = () => {
    const client = connectPostgres(address)
    return { client, database: drizzle(client) }
  }
  let connection = connect()
  let last: Promise<unknown> = Promise.resolve()
  /** One after another, over one connection; over a new one after a failure. */
  const inTransaction = <T>(work: (using: typeof connection) => Promise<T>): Promise<T> => {
    const result = last.then(async () => {
      const using = connection
      return transact(using.client, address, () => work(using)).catch((error) => {
        if (connection === using) connection = connect()
        throw error
      })
    })
    last = result.catch(() => {})
    return result
  }
  const close = () => connection.client.end({ timeout: CLOSE_SECONDS })
  try {
    await withTimeout(inTransaction(({ client }) => migratePostgres(client, migrationsFolder, address)))
  } catch (error) {
    await close()
    throw error
  }
  return {
    async add({ id, counters: added }) {
      if (added.length === 0) return
      const hour = Math.max(...added.map((counter) => counter.hour))
      await inTransaction(async ({ database }) => {
        // One statement: all of it is done, or nothing. Servers that add to the same counters lock the rows in the same
        // order, so they cannot deadlock.
        await database.execute(sql`
          with added as (
            insert into batches (id, hour) values (${id}, ${hour}) on conflict do nothing returning id
          )
          insert into counters (hour, channel, locale, event, subject, count)
          select item.hour, item.channel, item.locale, item.event, item.subject, item.count
          from added, json_to_recordset(${JSON.stringify(added)}::text::json)
            as item (hour integer, channel text, locale text, event text, subject text, count integer)
          order by 1, 2, 3, 4, 5
          on conflict (hour, channel, locale, event, subject)
          do update set count = counters.count + excluded.count`)
        await database.delete(batches).where(lt(batches.hour, hour - BATCH_HOURS))
      })
    },
    read: async (from, to) =>
      inTransaction(async ({ database }) =>
        database
          .select()
          .from(counters)
          .where(and(gte(counters.hour, from), lt(counters.hour, to))),
      ),
    async setStopped(changes) {
      const added = changes.filter(([, stopped]) => stopped).map(([mark, , at]) => ({ mark, at }))
      const removed = changes.filter(([, stopped]) => !stopped)
      await inTransaction(async ({ database }) => {
        for (const rows of chunks(added, MARKS_PER_STATEMENT))
          await database
            .insert(stops)
            .values(rows)
            .onConflictDoUpdate({ target: stops.mark, set: { at: sql`greatest(${stops.at}, excluded.at)` } })
        for (const marks of chunks(removed, MARKS_PER_STATEMENT))
          await database
            .delete(stops)
            .where(or(...marks.map(([mark, , at]) => and(eq(stops.mark, mark), lte(stops.at, at)))))
      })
    },
    stopped: async () =>
      inTransaction(async ({ database }) =>
        (await database.select().from(stops)).map(({ mark, at }) => [mark, at]),
      ),
    readToday: async () =>
      inTransaction(async ({ database }) => {
        const { id: _, ...columns } = getTableColumns(today)
        const [row] = await database.select(columns).from(today)
        return row ?? null
      }),
    writeToday: async (row) =>
      inTransaction(async ({ database }) => {
        const written = await database
          .insert(today)
          .values({ id: TODAY_ID, ...row })
          .onConflictDoUpdate({ target: today.id, set: row, setWhere: eq(today.version, row.version - 1) })
          .returning({ id: today.id })
        return written.length > 0
      }),
    async check() {
      await inTransaction(async ({ database }) => database.delete(batches).where(eq(batches.id, '')))
    },
    close,
  }
}
