/** Databases that fail while people call: everybody is answered at once, and everybody is counted once it is back. */
import { copyFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient, type Transaction } from '@libsql/client'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { hasPgBouncer, startPgBouncer } from '../support/pgbouncer.ts'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'
import { type Cable, startProxy } from '../support/proxy.ts'
import { BACK, countIn, record, survive } from './fault.ts'
import { createPeople } from './people.ts'
import { folder, serve } from './server.ts'

let databases: TestPostgres

beforeAll(async () => {
  databases = await startPostgres()
})
afterAll(() => databases.stop())

test.for<[Cable, string]>([
  ['slow', 'The database is slow: each answer takes 5 s (PostgreSQL, behind a proxy that delays)'],
  ['silent', 'The database sends no word (PostgreSQL, behind a proxy that swallows)'],
  ['cut', 'The database is gone, and comes back (PostgreSQL, behind a proxy that ends connections)'],
])('PostgreSQL, %s', async ([cable, fault], { task }) => {
  const database = await databases.database(cable)
  const proxy = await startProxy(database)
  onTestFinished(() => proxy.stop())
  await survive(task, {
    fault,
    server: await serve(proxy.url),
    count: () => countIn(database),
    begin: () => proxy.become(cable),
    end() {
      // Nobody waits for a word that was swallowed: the connection breaks in the end.
      if (cable === 'silent') proxy.become('cut')
      proxy.become('sound')
    },
  })
})

test('PostgreSQL, silent after it has let the line in', async ({ task }) => {
  const database = await databases.database('stalled')
  const proxy = await startProxy(database)
  onTestFinished(() => proxy.stop())
  await survive(task, {
    fault:
      'The database lets the line in and then sends no word (PostgreSQL, behind a proxy that stalls the new connection)',
    server: await serve(proxy.url),
    count: () => countIn(database),
    begin() {
      proxy.become('cut')
      // Its answers: no TLS, a challenge, welcome.
      proxy.breakAt(4, 'stall')
      proxy.become('sound')
    },
    end: () => {},
  })
})

test('PostgreSQL, read-only', async ({ task }) => {
  const database = await databases.database('readonly')
  const operator = postgres(database, { max: 1, onnotice: () => {} })
  onTestFinished(() => operator.end())
  const become = async (setting: 'on' | 'off') => {
    await operator.unsafe(`alter database readonly set default_transaction_read_only = ${setting}`)
    await operator`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'readonly' and pid <> pg_backend_pid()`
  }
  await survive(task, {
    fault: 'The database is read-only (PostgreSQL, default_transaction_read_only)',
    server: await serve(database),
    count: () => countIn(database),
    begin: () => become('on'),
    end: () => become('off'),
  })
})

test('PostgreSQL, locked', async ({ task }) => {
  const database = await databases.database('locked')
  const operator = postgres(database, { max: 1, onnotice: () => {} })
  onTestFinished(() => operator.end())
  await survive(task, {
    fault: 'A table is locked, as while somebody makes an index (PostgreSQL, lock table in share mode)',
    server: await serve(database),
    count: () => countIn(database),
    begin: () => operator.unsafe('begin; lock table counters in share mode'),
    end: () => operator.unsafe('rollback'),
  })
})

test.for([
  [
    'crowded',
    'The database takes no more connections (PostgreSQL, connection limit)',
    'alter role crowded connection limit 0',
    'alter role crowded connection limit -1',
  ],
  [
    'stranger',
    'The password of the database has been changed (PostgreSQL)',
    "alter role stranger password 'another'",
    "alter role stranger password 'line'",
  ],
  [
    'robbed',
    'The right to write has been taken away (PostgreSQL, revoke)',
    'revoke all on counters from robbed',
    'grant all on counters to robbed',
  ],
] as const)('PostgreSQL, %s', async ([name, fault, begin, end], { task }) => {
  const database = await databases.database(name)
  const operator = postgres(database, { max: 1, onnotice: () => {} })
  onTestFinished(() => operator.end())
  await operator.unsafe(`create role ${name} login password 'line'; grant create on schema public to ${name}`)
  const become = async (statement: string) => {
    await operator.unsafe(statement)
    await operator`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${name}`
  }
  await survive(task, {
    fault,
    server: await serve(database.replace('plainline:plainline', `${name}:line`)),
    count: () => countIn(database),
    begin: () => become(begin),
    end: () => become(end),
  })
})

test.skipIf(!hasPgBouncer).for(['session', 'transaction'] as const)(
  'PgBouncer, gone, in its mode %s',
  async (mode, { task }) => {
    const database = await databases.database(`bouncer_${mode}`)
    const pool = await startPgBouncer(database, mode)
    onTestFinished(() => pool.stop())
    await survive(task, {
      fault: `The pool before the database is gone, and comes back (PgBouncer with its own settings, pool_mode ${mode})`,
      server: await serve(pool.url),
      count: () => countIn(database),
      begin: () => pool.kill(),
      end: () => pool.start(),
    })
  },
)

test('SQLite, locked', async ({ task }) => {
  const database = `file:${join(folder(), 'plainline.db')}`
  const other = createClient({ url: database })
  onTestFinished(() => other.close())
  let lock: Transaction
  await survive(task, {
    fault: 'The database is locked (SQLite, by a transaction of another program)',
    server: await serve(database),
    count: () => countIn(database),
    async begin() {
      lock = await other.transaction('write')
    },
    end: () => lock.rollback(),
  })
})

test('SQLite, no longer a database', async ({ task }) => {
  const place = folder()
  const [file, aside] = [join(place, 'plainline.db'), join(place, 'aside.db')]
  let at = file
  await survive(task, {
    fault: 'The file of the database is replaced by one that is no database, and is put back (SQLite)',
    server: await serve(`file:${file}`),
    count: () => countIn(`file:${at}`),
    begin() {
      renameSync(file, aside)
      writeFileSync(file, 'This is a text. '.repeat(1000))
      at = aside
    },
    end() {
      renameSync(aside, file)
      at = file
    },
  })
})

test.for<[string, string, (file: string, copy: string) => void, number]>([
  ['removed', 'The file of the database is removed, and made anew (SQLite)', (file) => rmSync(file), 0],
  [
    'moved',
    'The file of the database is moved away, and made anew (SQLite)',
    (file) => renameSync(file, `${file}.old`),
    0,
  ],
  [
    'replaced',
    'The file of the database is replaced by a backup (SQLite)',
    (file, copy) => renameSync(copy, file),
    1,
  ],
])('SQLite, %s', async ([, fault, change, kept], { task }) => {
  const place = folder()
  const [file, copy] = [join(place, 'plainline.db'), join(place, 'copy.db')]
  const server = await serve(`file:${file}`)
  const [before, after] = [createPeople(server.post), createPeople(server.post)]
  await before.ask(20)
  await expect.poll(() => countIn(`file:${file}`), BACK).toBe(before.asked)
  copyFileSync(file, copy)
  change(file, copy)
  await after.ask(20)
  const counted = async () => (await countIn(`file:${file}`)) - kept * before.asked
  await expect.poll(() => counted().catch(() => 0), BACK).toBe(after.asked)
  const ready = async () => (await fetch(`${server.address}/ready`)).status
  await expect.poll(ready, BACK).toBe(200)
  expect(server.output().match(/removed or replaced/g)).toHaveLength(1)
  expect(await server.end()).toBe(0)
  record(task, fault, after, await counted())
})
