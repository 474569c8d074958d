/** One suite for all stores: a SQLite file, the same in a worker thread (as built), a real PostgreSQL, and D1 in workerd. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { Miniflare } from 'miniflare'
import client from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { AS_USUAL } from '../../../src/flow/today.ts'
import { readToday, saveToday } from '../../../src/today/rows.ts'
import { openD1 } from '../../../src/usage/stores/d1.ts'
import { openStore } from '../../../src/usage/stores/open.ts'
import { type Counter, MOST_COUNT, rootCauseMessage, type Store } from '../../../src/usage/stores/store.ts'
import { startPostgres, type TestPostgres } from '../../support/postgres.ts'
import { root } from '../../support/root.ts'

const drizzle = join(root, 'drizzle')
const workerFile = join(root, 'dist', 'usage', 'stores', 'sqlite-worker.js')
const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
let postgres: TestPostgres
let workerd: Miniflare

beforeAll(async () => {
  postgres = await startPostgres()
  workerd = new Miniflare({ modules: true, script: 'export default {}', d1Databases: ['DB'] })
})

afterAll(async () => {
  await postgres.stop()
  await workerd.dispose()
  rmSync(folder, { recursive: true, force: true })
})

async function openMigratedD1(): Promise<Store> {
  const database = await workerd.getD1Database('DB')
  const tables = await database
    .prepare("select name from sqlite_master where type = 'table' and name = 'counters'")
    .all()
  if (tables.results.length === 0)
    for (const file of readdirSync(join(drizzle, 'sqlite')).filter((name) => name.endsWith('.sql')))
      for (const statement of readFileSync(join(drizzle, 'sqlite', file), 'utf8').split(
        '--> statement-breakpoint',
      ))
        await database.prepare(statement).run()
  return openD1(database)
}

const addresses = new Map<string, Promise<string>>()
const postgresAddress = (name: string) => {
  const address = addresses.get(name) ?? postgres.database(name)
  addresses.set(name, address)
  return address
}

const stores = [
  ['a SQLite file', () => openStore(`file:${join(folder, 'counts.db')}`, drizzle)],
  [
    'a SQLite file in a worker thread',
    () => openStore(`file:${join(folder, 'worker.db')}`, drizzle, { workerFile }),
  ],
  ['PostgreSQL', async () => openStore(await postgresAddress('counts'), drizzle)],
  ['D1', openMigratedD1],
] as const

const counter = (hour: number, count: number, subject = 'bone'): Counter => ({
  hour,
  channel: 'voice',
  locale: 'en',
  event: 'open',
  subject,
  count,
})

describe.each(stores)('%s', (name, open) => {
  test('adds to what was counted before', async () => {
    const store = await open()
    await store.add({ id: `${name} 1`, counters: [counter(1, 2), counter(1, 5, 'brain')] })
    await store.add({ id: `${name} 2`, counters: [counter(1, 3)] })
    expect(await store.read(1, 2)).toEqual(expect.arrayContaining([counter(1, 5), counter(1, 5, 'brain')]))
    await store.close()
  })

  test('counts a batch once, however often it is tried', async () => {
    const store = await open()
    for (let attempt = 0; attempt < 3; attempt += 1)
      await store.add({ id: `${name} again`, counters: [counter(2, 1)] })
    expect(await store.read(2, 3)).toEqual([counter(2, 1)])
    await store.close()
  })

  test('takes more counters than fit a statement, and reads the hours that were asked for', async () => {
    const store = await open()
    const many = Array.from({ length: 1200 }, (_, index) => counter(10 + (index % 2), 1, `topic${index}`))
    await store.add({ id: `${name} many`, counters: many })
    expect((await store.read(10, 11)).length).toBe(600)
    expect((await store.read(10, 12)).length).toBe(1200)
    await store.close()
  })

  test('loses nothing when several write at once', async () => {
    const writers = await Promise.all([open(), open(), open()])
    const subjects = ['bone', 'brain', 'lung', 'liver']
    await Promise.all(
      writers.flatMap((store, writer) =>
        Array.from({ length: 8 }, (_, batch) => {
          const counters = subjects.map((subject) => counter(20, 1, subject))
          return addWithRetries(store, {
            id: `${name} ${writer} ${batch}`,
            counters: batch % 2 ? counters : counters.toReversed(),
          })
        }),
      ),
    )
    expect((await writers[0]?.read(20, 21))?.map(({ count }) => count)).toEqual([24, 24, 24, 24])
    for (const store of writers) await store.close()
  })

  test('keeps the stop list, and what each person asked for last, in whatever order it is written', async () => {
    const store = await open()
    expect(await store.stopped()).toEqual([])
    await store.setStopped([
      ['mark', true, 1],
      ['other', true, 5_000_000_000_000],
    ])
    await store.setStopped([['mark', true, 3]])
    await store.setStopped([['mark', true, 2]])
    expect([...(await store.stopped())].sort()).toEqual([
      ['mark', 3],
      ['other', 5_000_000_000_000],
    ])
    await store.setStopped([
      ['mark', false, 2],
      ['other', false, 5_000_000_000_000],
      ['stranger', false, 9],
    ])
    expect(await store.stopped()).toEqual([['mark', 3]])
    await store.close()
  })

  test("keeps today's switches, and lets one of two who change them at once be first", async () => {
    const [store, other] = [await open(), await open()]
    expect(await store.readToday()).toBeNull()
    const row = (version: number, switches: string) => ({ version, changedAt: 5_000_000_000_000, switches })
    expect(await store.writeToday(row(1, '{"off":["bone"]}'))).toBe(true)
    expect(await other.writeToday(row(1, '{"off":[]}'))).toBe(false)
    expect(await other.readToday()).toEqual(row(1, '{"off":["bone"]}'))
    const both = await Promise.all([store.writeToday(row(2, 'a')), other.writeToday(row(2, 'b'))])
    expect([...both].sort()).toEqual([false, true])
    expect(await store.readToday()).toEqual(row(2, both[0] ? 'a' : 'b'))
    expect(await store.writeToday(row(2, 'late'))).toBe(false)
    await store.close()
    await other.close()
  })

  test('says that it can be written', async () => {
    const store = await open()
    await store.check()
    await store.close()
  })

  test('knows a batch again though a server whose clock is days ahead has written since', async () => {
    const store = await open()
    const batch = { id: `${name} unconfirmed`, counters: [counter(30, 1)] }
    await store.add(batch)
    // An id for which old ones are removed.
    await store.add({ id: `0 ${name}`, counters: [counter(30 + 24 * 365, 1)] })
    await store.add(batch)
    expect(await store.read(30, 31)).toEqual([counter(30, 1)])
    await store.close()
  })

  test('counts on over a count that somebody has changed by hand, up to the end of its type', async () => {
    const store = await open()
    const subjects = ['bone', 'brain']
    await store.add({ id: `${name} most`, counters: [counter(40, MOST_COUNT), counter(40, 3, 'brain')] })
    await store.add({ id: `${name} more`, counters: subjects.map((subject) => counter(40, 2, subject)) })
    expect((await store.read(40, 41)).map(({ count }) => count).sort()).toEqual([MOST_COUNT, 5])
    await store.close()
  })
})

describe('a database that somebody has changed by hand', () => {
  const damaged = ["'words'", '-5', '1.5', '9223372036854775807']

  test('of SQLite: counts that are none are left out, and counted on', async () => {
    const url = `file:${join(folder, 'damaged.db')}`
    const store = await openStore(url, drizzle)
    const byHand = createClient({ url })
    for (const [index, count] of damaged.entries())
      await byHand.execute(
        `insert into counters values (1, 'voice', 'en', 'open', 'topic${index}', ${count})`,
      )
    expect(await store.read(1, 2)).toEqual([])
    await store.add({ id: 'one', counters: damaged.map((_, index) => counter(1, 2, `topic${index}`)) })
    expect((await store.read(1, 2)).map(({ count }) => count)).toEqual(
      expect.arrayContaining([2, 2, MOST_COUNT]),
    )
    byHand.close()
    await store.close()
  })

  test('of PostgreSQL: a count below 0 is left out, and another row beside the switches of today', async () => {
    const url = await postgresAddress('damaged')
    const store = await openStore(url, drizzle)
    const byHand = client(url, { max: 1 })
    await byHand.unsafe(`
      insert into today values (2, 7, 1, '{}');
      insert into counters values (1, 'voice', 'en', 'open', 'bone', -5)`)
    expect([await store.read(1, 2), await store.readToday()]).toEqual([[], null])
    await store.add({ id: 'one', counters: [counter(1, 2)] })
    expect(await store.read(1, 2)).toEqual([counter(1, 2)])
    await byHand.end()
    await store.close()
  })

  test.each([
    ['gone', 'drop table', '', /"counters" does not exist/],
    ['locked', 'lock table', 'in access exclusive mode', /statement timeout/],
  ])('of PostgreSQL: a table that is %s is known before anybody calls', async (name, change, mode, why) => {
    const url = await postgresAddress(name)
    const store = await openStore(url, drizzle)
    const byHand = client(url, { max: 1 })
    await byHand.unsafe(`begin; ${change} counters ${mode}`)
    if (change === 'drop table') await byHand.unsafe('commit')
    expect(await store.check().catch(rootCauseMessage)).toMatch(why)
    await byHand.end()
    await store.close()
  })

  test.each(['counters', 'batches', 'today'])(
    'of PostgreSQL: a table %s of another program is left as it is, in a sentence',
    async (table) => {
      const url = await postgresAddress(`shared_${table}`)
      const byHand = client(url, { max: 1 })
      await byHand.unsafe(`create table ${table} (id serial primary key, name text)`)
      await expect(openStore(url, drizzle)).rejects.toThrow(
        `Another program has a table ${table} in the same schema: name a schema for the line in DATABASE_URL, such as ?schema=plainline`,
      )
      await (await openStore(`${url}?schema=plainline`, drizzle)).close()
      expect(await byHand.unsafe(`select * from public.${table}`)).toEqual([])
      await byHand.end()
    },
  )
})

test('a wish that a server hears whose clock is a day slow is as late as it was, by the clock of PostgreSQL', async () => {
  const url = await postgresAddress('slow_clock')
  const [slow, right] = [await openStore(url, drizzle), await openStore(url, drizzle)]
  const { now } = Date
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() - 24 * 3_600_000)
  await slow.setStopped([['mark', true, Date.now()]])
  clock.mockRestore()
  const [[, at] = ['', 0]] = await right.stopped()
  expect(Math.abs(Date.now() - at)).toBeLessThan(10_000)
  await slow.close()
  await right.close()
})

describe('a PostgreSQL that is set up otherwise', () => {
  test('in which transactions are serializable serves servers that start and write at once', async () => {
    const url = await postgresAddress('serializable')
    const operator = client(url, { max: 1 })
    await operator.unsafe("alter database serializable set default_transaction_isolation = 'serializable'")
    await operator.end()
    const opened = await Promise.all([1, 2, 3].map(() => openStore(url, drizzle)))
    const batch = (server: number) => ({ id: `of ${server}`, counters: [counter(1, 1)] })
    await Promise.all(opened.map((store, server) => store.add(batch(server))))
    expect(await opened[0]?.read(1, 2)).toEqual([counter(1, 3)])
    for (const store of opened) await store.close()
  })

  test('which is not in UTF-8 keeps an announcement in any language', async () => {
    const operator = client(await postgresAddress('utf'), { max: 1 })
    await operator.unsafe("create database latin encoding 'LATIN1' template template0 locale 'C'")
    await operator.end()
    const store = await openStore((await postgresAddress('utf')).replace(/utf$/, 'latin'), drizzle)
    const words = { vi: 'Văn phòng đóng cửa.', 'zh-Hans': '今天休息。😀' }
    const today = { ...AS_USUAL, announcement: { until: '2026-12-04', words } }
    await saveToday(store, { version: 0 }, today, 1)
    expect((await readToday(store)).today).toEqual(today)
    await store.close()
  })

  test.each([
    ['sslmode=require', /takes no encrypted connections, and DATABASE_URL asks for them: .*sslmode=prefer$/],
    ['options=-c%20search_path%3Dnone', /no schema for the tables: name one in DATABASE_URL/],
    ['user=poor', /^permission denied for schema public: grant the user of DATABASE_URL to create tables/],
  ])('and cannot be used with %s says which setting to change', async (query, sentence) => {
    const url = await postgresAddress('plain')
    const operator = client(url, { max: 1 })
    if (query === 'user=poor') await operator.unsafe("create role poor login password 'plainline'")
    await operator.end()
    await expect(openStore(`${url}?${query}`, drizzle)).rejects.toThrow(sentence)
  })
})

/** As the recorder does: a batch that was refused is tried again, under its id. */
async function addWithRetries(store: Store, batch: Parameters<Store['add']>[0]): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const failed = await store.add(batch).catch((error: unknown) => error ?? true)
    if (!failed) return
  }
  throw new Error(`The batch ${batch.id} was never written`)
}

describe('migrations', () => {
  test('run once when several servers start at once', async () => {
    const address = await postgresAddress('together')
    const opened = await Promise.all([1, 2, 3, 4].map(() => openStore(address, drizzle)))
    await opened[0]?.add({ id: 'one', counters: [counter(1, 1)] })
    expect(await opened[3]?.read(1, 2)).toEqual([counter(1, 1)])
    for (const store of opened) await store.close()
  })

  test.each([
    ['its right to create tables in the schema public', '', 'grant create on schema public to'],
    ['a schema of its own, first on its search path', '', 'create schema "%" authorization'],
    ['a schema of its own that the address names', '?schema=Own-%', 'create schema "Own-%" authorization'],
  ])('need no more of PostgreSQL than %s', async (_case, query, grant) => {
    const user = `user_${addresses.size}`
    const address = await postgresAddress(user)
    const operator = client(address, { max: 1 })
    await operator.unsafe(`create role ${user} login password 'line'; ${grant.replace('%', user)} ${user}`)
    const url = `${address.replace('plainline:plainline', `${user}:line`)}${query.replace('%', user)}`
    const stores = await Promise.all([openStore(url, drizzle), openStore(url, drizzle)])
    await stores[0]?.add({ id: 'one', counters: [counter(1, 1)] })
    expect(await stores[1]?.read(1, 2)).toEqual([counter(1, 1)])
    for (const store of stores) await store.close()
    const schemas = await operator`select schemaname from pg_tables where tablename = 'counters'`
    expect(schemas.length).toBe(1)
    await operator.end()
  })

  test('make the schema that the address names, where it is missing', async () => {
    const url = `${await postgresAddress('named')}?schema=line`
    const store = await openStore(url, drizzle)
    await store.add({ id: 'one', counters: [counter(1, 1)] })
    await store.close()
    const operator = client(url.replace(/\?.*/, ''), { max: 1 })
    expect(await operator`select count from line.counters`).toEqual([{ count: 1 }])
    await operator.end()
  })

  test('take over a PostgreSQL database of version 0.1, which kept their list in a schema of its own', async () => {
    const url = await postgresAddress('first_version')
    const operator = client(url, { max: 1 })
    const [made = ''] = readdirSync(join(drizzle, 'postgres')).filter((name) => name.startsWith('0000'))
    await operator.unsafe(readFileSync(join(drizzle, 'postgres', made), 'utf8'))
    await operator.unsafe(`
      create schema drizzle;
      create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);
      insert into counters values (1, 'voice', 'en', 'open', 'bone', 7);
      insert into stops values ('mark')`)
    for (let starts = 0; starts < 2; starts += 1) {
      const store = await openStore(url, drizzle)
      expect(await store.read(1, 2)).toEqual([counter(1, 7)])
      expect(await store.stopped()).toEqual([['mark', 0]])
      await store.close()
    }
    await operator.end()
  })

  test('keep the counts of an older database', async () => {
    const file = `file:${join(folder, 'older.db')}`
    const before = await openStore(file, drizzle)
    await before.add({ id: 'one', counters: [counter(1, 7)] })
    await before.close()
    const after = await openStore(file, drizzle)
    expect(await after.read(1, 2)).toEqual([counter(1, 7)])
    await after.close()
  })

  test.each([
    ['a SQLite file', 'sqlite', async () => `file:${join(folder, 'newer.db')}`],
    ['PostgreSQL', 'postgres', () => postgresAddress('newer')],
  ])('refuse %s that is newer than the program', async (_name, dialect, address) => {
    const url = await address()
    await (await openStore(url, drizzle)).close()
    await withoutMigrations(dialect, async (older) => {
      await expect(openStore(url, older)).rejects.toThrow(/The database is newer than this program/)
    })
  })
})

test('a server whose connection breaks counts on in a PostgreSQL that a newer one beside it has migrated', async () => {
  const url = await postgresAddress('beside')
  await (await openStore(url, drizzle)).close()
  await withoutMigrations('postgres', async (older) => {
    const store = await openStore(url, older, { isReopened: true })
    await store.add({ id: 'one', counters: [counter(1, 1)] })
    expect(await store.read(1, 2)).toEqual([counter(1, 1)])
    await store.close()
  })
})

/** A copy of the migrations as an older program had them: none. */
async function withoutMigrations(dialect: string, then: (drizzle: string) => Promise<void>): Promise<void> {
  const older = mkdtempSync(join(tmpdir(), 'plainline-'))
  mkdirSync(join(older, dialect, 'meta'), { recursive: true })
  writeFileSync(
    join(older, dialect, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect, entries: [] }),
  )
  await then(older)
  rmSync(older, { recursive: true, force: true })
}
