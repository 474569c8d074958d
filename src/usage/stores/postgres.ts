/**
 * The tables and the store in PostgreSQL, for several servers over one database.
 *
 * @example
 * const store = await openPostgres('postgres://plainline@db.example.org/plainline', 'drizzle/postgres')
 */
import { and, gte, inArray, lt, sql } from 'drizzle-orm'
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Channel } from '../../line/event.ts'
import type { TallyEvent } from '../../line/tally.ts'
import { refuseNewer } from './migrations.ts'
import { BATCH_HOURS, type Counter, chunks, MARKS_PER_STATEMENT, type Store, withTimeout } from './store.ts'

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
export const stops = pgTable('stops', { mark: text().primaryKey() })
export const batches = pgTable('batches', { id: text().primaryKey(), hour: integer().notNull() })

/** PostgreSQL takes up to 65,535 values in a statement; a counter has six. */
const ROWS_PER_STATEMENT = 500
const CONNECTIONS = 3
const CONNECT_SECONDS = 5
const IDLE_SECONDS = 60
const STATEMENT_MS = 5000
/** An arbitrary number, the same for every server: the server that holds this lock migrates, and the others wait. */
const MIGRATION_LOCK = 7_224_462

/** Opens the database and brings it up to date, safely when several servers start at once. */
export async function openPostgres(url: string, migrationsFolder: string): Promise<Store> {
  const client = postgres(url, {
    max: CONNECTIONS,
    connect_timeout: CONNECT_SECONDS,
    idle_timeout: IDLE_SECONDS,
    connection: { statement_timeout: STATEMENT_MS },
    onnotice: () => {},
  })
  try {
    await migrateUnderLock(url, migrationsFolder)
  } catch (error) {
    await client.end({ timeout: 1 })
    throw error
  }
  const database = drizzle(client)
  return {
    async add({ id, counters: added }) {
      if (added.length === 0) return
      const hour = Math.max(...added.map((counter) => counter.hour))
      await database.transaction(async (transaction) => {
        const inserted = await transaction
          .insert(batches)
          .values({ id, hour })
          .onConflictDoNothing()
          .returning()
        if (inserted.length === 0) return
        for (const rows of chunks(inLockOrder(added), ROWS_PER_STATEMENT))
          await transaction
            .insert(counters)
            .values(rows)
            .onConflictDoUpdate({
              target: [counters.hour, counters.channel, counters.locale, counters.event, counters.subject],
              set: { count: sql`${counters.count} + excluded.count` },
            })
        await transaction.delete(batches).where(lt(batches.hour, hour - BATCH_HOURS))
      })
    },
    read: async (from, to) =>
      database
        .select()
        .from(counters)
        .where(and(gte(counters.hour, from), lt(counters.hour, to))),
    async setStopped(changes) {
      const added = changes.filter(([, stopped]) => stopped).map(([mark]) => ({ mark }))
      const removed = changes.filter(([, stopped]) => !stopped).map(([mark]) => mark)
      for (const rows of chunks(added, MARKS_PER_STATEMENT))
        await database.insert(stops).values(rows).onConflictDoNothing()
      for (const marks of chunks(removed, MARKS_PER_STATEMENT))
        await database.delete(stops).where(inArray(stops.mark, marks))
    },
    async stopped() {
      return (await database.select().from(stops)).map(({ mark }) => mark)
    },
    async close() {
      await client.end({ timeout: CONNECT_SECONDS })
    },
  }
}

/** An advisory lock belongs to one connection, so the migration has a connection of its own. */
async function migrateUnderLock(url: string, migrationsFolder: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: CONNECT_SECONDS, onnotice: () => {} })
  const lockAndMigrate = async () => {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    await refuseNewer(migrationsFolder, async () => client`select hash from drizzle.__drizzle_migrations`)
    await migrate(drizzle(client), { migrationsFolder })
  }
  try {
    await withTimeout(lockAndMigrate())
  } finally {
    await client.end({ timeout: 1 })
  }
}

/** Two servers that add to the same counters lock the rows in the same order, so they cannot deadlock. */
function inLockOrder(added: readonly Counter[]): Counter[] {
  const key = ({ hour, channel, locale, event, subject }: Counter) =>
    [hour, channel, locale, event, subject].join('\n')
  return [...added].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
