/** Databases that fail while people call: everybody is answered at once, and everybody is counted once it is back. */
import { join } from 'node:path'
import { createClient, type Transaction } from '@libsql/client'
import postgres from 'postgres'
import { afterAll, beforeAll, onTestFinished, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'
import { type Cable, startProxy } from '../support/proxy.ts'
import { countIn, survive } from './fault.ts'
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
