/** Nothing ends the process but its operator: errors that nobody catches, files of earlier runs, a log that nobody reads. */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Unwritten } from '../../src/usage/spool.ts'
import { BATCH_HOURS } from '../../src/usage/stores/store.ts'
import { countIn } from '../faults/fault.ts'
import { folder, type Server, type ServerOptions, serve as serveLine } from '../faults/server.ts'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'
import { SMALL_LINE } from '../support/small-line.ts'

const HOUR_MS = 3_600_000
/** Ways in which break.mjs lets an error go, and what is logged of each. */
const WAYS = [
  ['reject', 'Error 57P01'],
  ['rejectWords', 'ERR_UNHANDLED_REJECTION'],
  ['throw', 'TypeError'],
  ['print', 'a library, which printed it'],
  ['printWords', 'a library, which printed it'],
  ['accept', 'Failed at the HTTP server'],
] as const
const WORDS = /zebrafinch|5577391/

/** Nothing here is about the content of the line. */
const serve = (database: string, options: ServerOptions = {}) =>
  serveLine(database, { settings: SMALL_LINE, ...options })
const newDatabase = () => `file:${join(folder(), 'plainline.db')}`
const call = async ({ post }: Server) =>
  expect((await post('/voice', { FromCountry: 'US', CallSid: `CA${randomUUID()}` }, null)).status).toBe(200)
const ready = ({ address }: Server) =>
  expect.poll(async () => (await fetch(`${address}/ready`)).status).toBe(200)
const occurrences = (server: Server, words: string) => server.output().split(words).length - 1

const left = (count: number, hour = Math.floor(Date.now() / HOUR_MS), times = 1): Unwritten => ({
  batches: [
    {
      id: randomUUID(),
      counters: Array(times).fill({
        hour,
        channel: 'voice',
        locale: 'en',
        event: 'call',
        subject: '',
        count,
      }),
    },
  ],
  stops: [],
})

describe('an error that nothing catches', () => {
  const breakable = (database: string) =>
    serve(database, {
      node: ['--import', new URL('break.mjs', import.meta.url).href],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })

  test('is logged without its words, and the line goes on, whichever it is', async () => {
    const database = newDatabase()
    const server = await breakable(database)
    await call(server)
    for (const [way, logged] of WAYS) {
      const before = server.output().length
      server.process.send(way)
      await expect.poll(() => server.output().slice(before), { message: way }).toContain(logged)
      await call(server)
    }
    expect(await server.end()).toBe(0)
    expect(server.output()).not.toMatch(WORDS)
    expect(await countIn(database)).toBe(1 + WAYS.length)
  })

  test('in the thread of the database ends the thread, and another one writes', async () => {
    const database = newDatabase()
    const server = await breakable(database)
    await ready(server)
    server.process.send('thread')
    let calls = 0
    const output = async () => {
      await call(server)
      calls += 1
      return server.output()
    }
    await expect.poll(output).toContain('The thread of the database has ended')
    await expect.poll(() => countIn(database)).toBe(calls)
    expect(await server.end()).toBe(0)
    expect(server.output()).not.toMatch(WORDS)
  })
})

describe('a file with counts of an earlier run', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  /** A user who may read the folder and its files, and change nothing. */
  const stranger =
    process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []

  function readOnlyFolder(content: Unwritten) {
    const cwd = folder()
    writeFileSync(join(cwd, 'plainline.one.spool.json'), JSON.stringify(content))
    chmodSync(cwd, 0o555)
    onTestFinished(() => chmodSync(cwd, 0o755))
    return { cwd, by: stranger }
  }

  test('that cannot be removed is counted once in three starts', async () => {
    const database = await postgres.database('kept')
    const options = readOnlyFolder(left(7))
    for (let starts = 0; starts < 3; starts += 1) {
      const server = await serve(database, options)
      await ready(server)
      await call(server)
      await expect.poll(server.output).toContain('Remove this file')
      expect(await server.end()).toBe(0)
      expect(occurrences(server, 'spool.json')).toBe(2) // the line, and the system's words in it
    }
    expect(await countIn(database)).toBe(7 + 3)
  })

  test('that cannot be removed is not counted once its id may be forgotten', async () => {
    const database = await postgres.database('old')
    const server = await serve(
      database,
      readOnlyFolder(left(7, Math.floor(Date.now() / HOUR_MS) - BATCH_HOURS - 2)),
    )
    await ready(server)
    await expect.poll(server.output).toContain('Counts of an earlier run are left out')
    await server.end()
    expect(await countIn(database)).toBe(0)
  })

  test('that no database takes stays as it is, named once, and all else is counted', async () => {
    const database = await postgres.database('refused')
    const cwd = folder()
    // PostgreSQL does not add to one row twice in one statement.
    writeFileSync(join(cwd, 'plainline.refused.spool.json'), JSON.stringify(left(7, undefined, 2)))
    writeFileSync(join(cwd, 'plainline.taken.spool.json'), JSON.stringify(left(100)))
    for (let starts = 0; starts < 2; starts += 1) {
      const server = await serve(database, { cwd })
      await ready(server)
      for (let times = 1; times <= 4; times += 1) {
        await call(server)
        await expect.poll(() => countIn(database)).toBe(100 + 4 * starts + times)
      }
      await ready(server)
      expect(await server.end()).toBe(0)
      expect(occurrences(server, 'cannot be read; it is left as it is')).toBe(1)
      expect(readdirSync(cwd)).toEqual(['plainline.refused.spool.json'])
    }
  })

  test('that cannot be read is named once and left, and the others are counted', async () => {
    const database = newDatabase()
    const path = (name: string) => `${database.slice('file:'.length)}.${name}.spool.json`
    writeFileSync(path('broken'), '{"batches":[{"id":')
    writeFileSync(path('half'), JSON.stringify(left(0.5)))
    writeFileSync(path('control'), JSON.stringify({ ...left(1), stops: [['\0', true, 0]] }))
    mkdirSync(path('folder'))
    spawnSync('mkfifo', [path('pipe')])
    writeFileSync(path('whole'), JSON.stringify(left(7)))
    const server = await serve(database)
    await expect.poll(() => countIn(database)).toBe(7)
    await call(server)
    expect(await server.end()).toBe(0)
    expect(await countIn(database)).toBe(8)
    const names = readdirSync(join(path('x'), '..')).filter((name) => name.includes('spool'))
    expect(names.length).toBe(5)
    for (const name of names) expect(occurrences(server, name)).toBe(1)
  })
})

test('a health check by HTTP/1.0 without a Host header, as of HAProxy, is answered', async () => {
  const server = await serve(newDatabase())
  const client = connect(Number(new URL(server.address).port), '127.0.0.1')
  client.end('GET /health HTTP/1.0\r\n\r\n')
  let answer = ''
  client.on('data', (chunk) => (answer += chunk))
  await once(client, 'close')
  expect(answer).toMatch(/^HTTP\/1\.1 200 .*alive$/s)
})

test('a question whose reader goes away in the middle of it is no error of ours', async () => {
  const server = await serve(newDatabase())
  const { host, port } = new URL(server.address)
  for (const length of [
    'content-length: 100\r\n\r\nasked=',
    'transfer-encoding: chunked\r\n\r\n9\r\nasked=',
  ]) {
    const client = connect(Number(port), '127.0.0.1')
    client.write(`POST /en/search HTTP/1.1\r\nhost: ${host}\r\n${length}`, () => client.resetAndDestroy())
    await once(client, 'close')
  }
  await expect.poll(() => occurrences(server, '"route":"/:locale/search","status":400')).toBe(2)
  expect(server.output()).not.toContain('Failed at')
})

test('the database is for its owner only, also one that was for everybody', async () => {
  const database = newDatabase()
  const file = database.slice('file:'.length)
  const mode = () => (statSync(file).mode & 0o777).toString(8)
  const options = { by: ['sh', '-c', 'umask 0; exec "$0" "$@"'] }
  const first = await serve(database, options)
  await ready(first)
  expect(mode()).toBe('600')
  await first.end('SIGKILL')
  chmodSync(file, 0o644)
  const second = await serve(database, options)
  await ready(second)
  expect(mode()).toBe('600')
})

describe('a log', () => {
  const closing = (redirections: string) => ({ by: ['sh', '-c', `exec "$0" "$@" ${redirections}`] })

  test.each(['<&-', '<&- >&- 2>&-'])(
    'that is closed from the beginning (%s) ends nothing',
    async (closed) => {
      const database = newDatabase()
      const server = await serve(database, closing(closed))
      await call(server)
      expect(await server.end()).toBe(0)
      expect(await countIn(database)).toBe(1)
    },
  )

  test('whose reader has gone ends nothing', async () => {
    const database = newDatabase()
    const server = await serve(database)
    const { stdout, stderr } = server.process
    for (const stream of [stdout, stderr]) stream?.destroy()
    for (let times = 0; times < 5; times += 1)
      expect((await fetch(`${server.address}/sms`, { method: 'POST' })).status).toBe(403)
    await call(server)
    expect(await server.end()).toBe(0)
    expect(await countIn(database)).toBe(1)
  })

  test('has ten lines of what is refused, and then their number', async () => {
    const server = await serve(newDatabase())
    const form = { method: 'POST', body: new URLSearchParams({ From: '+15555577391' }) }
    for (let times = 0; times < 40; times += 1) await fetch(`${server.address}/sms`, form)
    for (let times = 0; times < 3; times += 1) await fetch(`${server.address}/nothing/here`)
    await server.end()
    expect([occurrences(server, '"status":403'), occurrences(server, '"status":404')]).toEqual([10, 3])
    expect(server.output()).toMatch(/"kind":"\/sms\/\* 403","more":30/)
  })

  test('has each of its last lines, however many come at the end', async () => {
    const server = await serve(newDatabase())
    const paths = ['/voice', '/sms', '/nothing/here', '/nothing', '/assets/nothing']
    for (const path of paths) for (let times = 0; times < 11; times += 1) await fetch(server.address + path)
    await server.end()
    expect(occurrences(server, '"more":1,')).toBe(paths.length)
  })

  test.each([
    ['chunked', 'Transfer-Encoding: chunked\r\n\r\n5\r\nFrom=\r\n'],
    ['with its length', 'Content-Length: 100\r\n\r\nFrom='],
  ])('has no error and no stack of a request that breaks off, %s', async (_kind, rest) => {
    const server = await serve(newDatabase())
    const client = connect(Number(new URL(server.address).port), '127.0.0.1')
    const type = 'Content-Type: application/x-www-form-urlencoded'
    client.write(`POST /sms HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n${type}\r\n${rest}`)
    await once(client, 'data')
    client.destroy()
    await expect.poll(server.output).toContain('"status":400')
    await server.end()
    expect(server.output()).not.toMatch(/\bat \S+ \(|"level":50/)
  })
})

test('a working folder that is gone when the counts cannot be written leaves them in the log', async () => {
  const gone = folder()
  const by = ['sh', '-c', 'cd "$0" && rmdir "$0" && exec "$@"', gone]
  const server = await serve('postgres://nobody@127.0.0.1:1/none', { by })
  onTestFinished(() => mkdirSync(gone))
  await call(server)
  expect(await server.end()).toBe(0)
  const line = server
    .output()
    .split('\n')
    .find((text) => text.includes('"unwritten"'))
  expect(JSON.parse(line ?? '{}').unwritten.batches[0].counters[0]).toMatchObject({ event: 'call', count: 1 })
})
