/**
 * The tables and the store in PostgreSQL, for several servers over one database.
 *
 * @example
 * const store = await openPostgres(address, 'drizzle/postgres')
 */
import { and, between, eq, getTableColumns, gte, lt, lte, or, sql } from 'drizzle-orm'
import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Channel } from '../../line/event.ts'
import type { TallyEvent } from '../../line/tally.ts'
import { migratePostgres } from './postgres-migrations.ts'
import { type Database, openTransactions } from './postgres-transactions.ts'
import type { PostgresAddress } from './postgres-url.ts'
import {
  BATCH_HOURS,
  type Batch,
  chunks,
  isPruning,
  MARKS_PER_STATEMENT,
  MOST_COUNT,
  type StopChange,
  type Store,
  TODAY_ID,
  type TodayRow,
  withTimeout,
} from './store.ts'

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

const HOUR = sql`floor(extract(epoch from now()) / 3600)::integer`

/**
 * Opens the database and brings it up to date, safely when several servers start at once. One that `isReopened` may be newer than this
 * program: it was written until its connection broke, and is written on.
 */
export async function openPostgres(
  address: PostgresAddress,
  migrationsFolder: string,
  isReopened = false,
): Promise<Store> {
  const { inTransaction, close } = openTransactions(address)
  const options = { schema: address.schema, mayBeNewer: isReopened }
  try {
    await withTimeout(inTransaction(({ client }) => migratePostgres(client, migrationsFolder, options)))
  } catch (error) {
    await close()
    throw error
  }
  return {
    async add(batch) {
      if (batch.counters.length > 0) await inTransaction(({ database }) => addBatch(database, batch))
    },
    read: (from, to) => inTransaction(({ database }) => readCounters(database, from, to)),
    setStopped: (changes) => inTransaction(({ database }) => changeStops(database, changes)),
    stopped: () => inTransaction(({ database }) => readStops(database)),
    readToday: () => inTransaction(({ database }) => readTodayRow(database)),
    writeToday: (row) => inTransaction(({ database }) => writeTodayRow(database, row)),
    check: () => inTransaction(({ database }) => checkTables(database)),
    close,
  }
}

async function addBatch(database: Database, batch: Batch): Promise<void> {
  // One statement: all of it is done, or nothing. Servers that add to the same counters lock the rows in the same
  // order, so they cannot deadlock. A count that somebody has changed by hand is brought back among those that can be.
  await database.execute(sql`
    with added as (
      insert into batches (id, hour) values (${batch.id}, ${HOUR}) on conflict do nothing returning id
    )
    insert into counters (hour, channel, locale, event, subject, count)
    select item.hour, item.channel, item.locale, item.event, item.subject, item.count
    from added, json_to_recordset(${JSON.stringify(batch.counters)}::text::json)
      as item (hour integer, channel text, locale text, event text, subject text, count integer)
    order by 1, 2, 3, 4, 5
    on conflict (hour, channel, locale, event, subject)
    do update set count = least(greatest(counters.count, 0)::bigint + excluded.count, ${MOST_COUNT})`)
  if (isPruning(batch))
    await database.delete(batches).where(lt(batches.hour, sql`${HOUR} - ${BATCH_HOURS}::integer`))
}

async function readCounters(database: Database, from: number, to: number) {
  return database
    .select()
    .from(counters)
    .where(and(gte(counters.hour, from), lt(counters.hour, to), between(counters.count, 0, MOST_COUNT)))
}

/** Times are kept by the clock of the database: of two servers whose clocks differ, the later wish of a person must hold. */
async function changeStops(database: Database, changes: readonly StopChange[]): Promise<void> {
  const ahead = await msAhead(database)
  const added = changes.filter(([, stopped]) => stopped).map(([mark, , at]) => ({ mark, at: at + ahead }))
  const removed = changes.filter(([, stopped]) => !stopped)
  for (const rows of chunks(added, MARKS_PER_STATEMENT))
    await database
      .insert(stops)
      .values(rows)
      .onConflictDoUpdate({ target: stops.mark, set: { at: sql`greatest(${stops.at}, excluded.at)` } })
  for (const marks of chunks(removed, MARKS_PER_STATEMENT))
    await database
      .delete(stops)
      .where(or(...marks.map(([mark, , at]) => and(eq(stops.mark, mark), lte(stops.at, at + ahead)))))
}

async function readStops(database: Database): ReturnType<Store['stopped']> {
  const ahead = await msAhead(database)
  return (await database.select().from(stops)).map(({ mark, at }) => [mark, at - ahead])
}

/** By how much the clock of the database is ahead of that of this machine, in whole seconds: the way there takes time too. */
async function msAhead(database: Database): Promise<number> {
  const asked = Date.now()
  const [row] = await database.execute<{ now: string }>(
    sql`select floor(extract(epoch from clock_timestamp()) * 1000) as now`,
  )
  const here = (asked + Date.now()) / 2
  return Math.round((Number(row?.now) - here) / 1000) * 1000
}

async function readTodayRow(database: Database): Promise<TodayRow | null> {
  const { id: _, ...columns } = getTableColumns(today)
  const [row] = await database.select(columns).from(today).where(eq(today.id, TODAY_ID))
  return row ?? null
}

async function writeTodayRow(database: Database, row: TodayRow): Promise<boolean> {
  const written = await database
    .insert(today)
    .values({ id: TODAY_ID, ...row })
    .onConflictDoUpdate({ target: today.id, set: row, setWhere: eq(today.version, row.version - 1) })
    .returning({ id: today.id })
  return written.length > 0
}

/** Writes nothing to each table that counting needs, so that one which is gone, locked or forbidden is known before people call. */
async function checkTables(database: Database): Promise<void> {
  await database.execute(sql`
    with batch as (delete from batches where id = ''), stop as (delete from stops where mark = '')
    insert into counters (hour, channel, locale, event, subject, count)
    select 0, '', '', '', '', 0 where false
    on conflict (hour, channel, locale, event, subject) do update set count = counters.count`)
}
