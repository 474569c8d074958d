/**
 * Counts in PostgreSQL, for several servers over one database.
 *
 * @example
 * const store = await openPostgres('postgres://plainline@db.example.org/plainline', 'drizzle/postgres')
 */
import { and, gte, inArray, lt, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { within } from '../with-timeout.ts'
import { refuseNewer } from './migrations.ts'
import { batches, counters, stops } from './schema-postgres.ts'
import { BATCH_HOURS, type Counter, MARKS_A_STATEMENT, type Store } from './store.ts'

/** PostgreSQL takes up to 65,535 values a statement; a counter has six. */
const ROWS_A_STATEMENT = 500
const CONNECTIONS = 3
const CONNECT_SECONDS = 5
const IDLE_SECONDS = 60
const STATEMENT_MS = 5000
/** Any number, the same for every server: who holds this lock migrates, and the others wait. */
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
    await migrateAlone(url, migrationsFolder)
  } catch (error) {
    await client.end({ timeout: 1 })
    throw error
  }
  const database = drizzle(client)
  return {
    async add({ id, counters: rows }) {
      if (rows.length === 0) return
      const hour = Math.max(...rows.map((counter) => counter.hour))
      await database.transaction(async (transaction) => {
        const fresh = await transaction.insert(batches).values({ id, hour }).onConflictDoNothing().returning()
        if (fresh.length === 0) return
        const ordered = inLockOrder(rows)
        for (let row = 0; row < ordered.length; row += ROWS_A_STATEMENT)
          await transaction
            .insert(counters)
            .values(ordered.slice(row, row + ROWS_A_STATEMENT))
            .onConflictDoUpdate({
              target: [counters.hour, counters.channel, counters.locale, counters.event, counters.subject],
              set: { count: sql`${counters.count} + excluded.count` },
            })
        await transaction.delete(batches).where(lt(batches.hour, hour - BATCH_HOURS))
      })
    },
    async read(from, to) {
      const rows = await database
        .select()
        .from(counters)
        .where(and(gte(counters.hour, from), lt(counters.hour, to)))
      return rows as Counter[]
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
    async close() {
      await client.end({ timeout: CONNECT_SECONDS })
    },
  }
}

/** The lock belongs to one connection, so the migration runs on that one alone. */
async function migrateAlone(url: string, migrationsFolder: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: CONNECT_SECONDS, onnotice: () => {} })
  const locked = async () => {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`
    await refuseNewer(migrationsFolder, async (query) => (await client.unsafe(query)).length, 'postgres')
    await migrate(drizzle(client), { migrationsFolder })
  }
  try {
    await within(locked())
  } finally {
    await client.end({ timeout: 1 })
  }
}

/** Two servers that add to the same counters lock them in the same order, so neither waits for the other in a circle. */
function inLockOrder(rows: readonly Counter[]): Counter[] {
  const key = ({ hour, channel, locale, event, subject }: Counter) =>
    [hour, channel, locale, event, subject].join('\n')
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
