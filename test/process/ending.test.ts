/** However a process is ended: what was asked is answered, what was counted is written, and nothing aborts. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { describe, expect, onTestFinished, test } from 'vitest'
import { countIn } from '../faults/fault.ts'
import { folder, type Server, type ServerOptions, serve as serveLine } from '../faults/server.ts'
import { freePort } from '../support/free-port.ts'
import { copyPaths } from '../support/project-copy.ts'
import { root } from '../support/root.ts'
import { SMALL_LINE } from '../support/small-line.ts'

/** Nothing here is about the content of the line. */
const serve = (database: string, options: ServerOptions = {}) =>
  serveLine(database, { settings: SMALL_LINE, ...options })
const newDatabase = () => `file:${join(folder(), 'plainline.db')}`
const call = async ({ post }: Server) =>
  expect((await post('/voice', { FromCountry: 'US', CallSid: `CA${randomUUID()}` }, null)).status).toBe(200)
const has = (command: string, ...parameters: string[]) => spawnSync(command, parameters).status === 0
/** What waits for the next start. */
const spools = (database: string) =>
  readdirSync(join(database.slice('file:'.length), '..')).filter((name) => name.endsWith('.spool.json'))
/** Of a process, the only child. */
const childOf = (pid = 0) => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'))
/** As /proc tells them: the signals that a process handles. */
const handled = (pid: number) =>
  /^SigCgt:\t(\w+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
/** Handled by no runner of tests, whose handlers a new process has for a moment. */
const ALARM = 1n << 13n

describe('a server ends with all counted', () => {
  test.each([
    { signals: ['SIGTERM'] },
    { signals: ['SIGINT'] },
    { signals: ['SIGQUIT'] },
    { signals: ['SIGUSR2'] },
    { signals: ['SIGALRM'] },
    { signals: ['SIGINT', 'SIGINT', 'SIGINT'] },
    { signals: ['SIGTERM', 'SIGHUP', 'SIGTERM'] },
    { signals: ['SIGINT', 'SIGQUIT', 'SIGTERM'] },
  ] as const)('at $signals', async ({ signals }) => {
    const database = newDatabase()
    const server = await serve(database)
    await call(server)
    for (const signal of signals) {
      server.process.kill(signal)
      // Each signal is handled by itself: two that wait at once would come as one.
      await fetch(`${server.address}/health`).catch(() => {})
    }
    expect(await server.ended).toBe(0)
    expect(await countIn(database)).toBe(1)
    expect(spools(database)).toEqual([])
  })

  test('while requests still come: for seconds it answers them on a connection that ends, and is not ready', async () => {
    const database = newDatabase()
    const server = await serve(database)
    server.process.kill('SIGTERM')
    const ready = () => fetch(`${server.address}/ready`)
    await expect.poll(async () => (await ready()).headers.get('connection')).toBe('close')
    expect((await ready()).status).toBe(503)
    for (let times = 0; times < 20; times += 1) await call(server)
    expect(await server.ended).toBe(0)
    expect(await countIn(database)).toBe(20)
  })

  test('as the first process of a container', { skip: !has('unshare', '-rpf', 'true') }, async () => {
    const database = newDatabase()
    const server = await serve(database, { by: ['unshare', '-rpf', '--kill-child'] })
    await call(server)
    process.kill(childOf(server.process.pid), 'SIGTERM')
    expect(await server.ended).toBe(0)
    expect(await countIn(database)).toBe(1)
  })

  test('when killed before it has ended, but for what came after the signal', async () => {
    const cwd = folder()
    const server = await serve('postgres://nobody@127.0.0.1:1/none', { cwd })
    await call(server)
    server.process.kill('SIGTERM')
    const spool = () => readdirSync(cwd).filter((name) => name.endsWith('.spool.json'))
    await expect.poll(spool).toHaveLength(1)
    expect(await server.end('SIGKILL')).toBeNull()
    expect(readFileSync(join(cwd, ...spool()), 'utf8')).toContain('"event":"call"')
  })

  test('when asked before it listens', async () => {
    const database = newDatabase()
    const child = spawn(process.execPath, [join(root, 'dist', 'node.js')], {
      env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: database },
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += chunk))
    const ended = new Promise((resolve) => child.on('exit', resolve))
    const isHandled = () => (BigInt(`0x${handled(child.pid ?? 0)}`) & ALARM) > 0n
    while (!isHandled()) await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGTERM')
    expect([await ended, errors]).toEqual([0, ''])
  })
})

test('a server at a terminal that takes no more output ends, with all counted', {
  skip: !has('script', '--version'),
}, async () => {
  const database = newDatabase()
  const address = `http://127.0.0.1:${await freePort()}`
  const program = `exec '${process.execPath}' '${join(root, 'dist', 'node.js')}'`
  const terminal = spawn('script', ['-qfec', program, '/dev/null'], {
    cwd: folder(),
    env: {
      PATH: process.env.PATH,
      ...SMALL_LINE,
      SHELL: '/bin/sh',
      PORT: new URL(address).port,
      DATABASE_URL: database,
      LOG_LEVEL: 'debug',
    },
  })
  onTestFinished(() => void terminal.kill('SIGKILL'))
  // As after Ctrl-S: what is printed is not read.
  terminal.stdout.pause()
  const alive = () =>
    fetch(`${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(alive).toBe(true)
  await fetch(`${address}/voice`, { method: 'POST', body: new URLSearchParams({ FromCountry: 'US' }) })
  for (let times = 0; times < 40; times += 1) await Promise.all(Array.from({ length: 50 }, alive))
  const server = childOf(terminal.pid)
  process.kill(server, 'SIGINT')
  const hasEnded = () =>
    !existsSync(`/proc/${server}`) || / Z /.test(readFileSync(`/proc/${server}/stat`, 'utf8'))
  await expect.poll(hasEnded).toBe(true)
  expect(await countIn(database)).toBe(1)
})

describe('npm start ends with all counted', () => {
  /** `by` starts npm; `end` is told the process that it started. */
  async function runNpm(by: readonly string[], end: (npm: ChildProcess) => unknown) {
    const database = newDatabase()
    const [command = '', ...parameters] = by
    const npm = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...SMALL_LINE, PORT: '0', DATABASE_URL: database },
      // A process group of its own, as a terminal makes one for each command.
      detached: true,
    })
    const { pid = 0 } = npm
    onTestFinished(() => {
      try {
        process.kill(-pid, 'SIGKILL')
      } catch {}
    })
    let output = ''
    const url = await new Promise<string>((resolve) =>
      npm.stdout.on('data', (chunk) => {
        output += chunk
        const [, found] = /Open +(http:\S+)\//.exec(output) ?? []
        if (found) resolve(found)
      }),
    )
    await fetch(`${url}/voice`, { method: 'POST', body: new URLSearchParams({ FromCountry: 'US' }) })
    end(npm)
    while (await fetch(`${url}/health`).catch(() => null)) {}
    await expect.poll(() => countIn(database)).toBe(1)
  }

  test.each(['SIGTERM', 'SIGINT'] as const)('at %s to npm alone', (signal) =>
    runNpm(['npm', 'start', '--ignore-scripts'], (npm) => npm.kill(signal)),
  )

  test('at Ctrl-C thrice, which a terminal sends to npm and to the server', () =>
    runNpm(['npm', 'start', '--ignore-scripts'], ({ pid = 0 }) => {
      for (let times = 0; times < 3; times += 1) process.kill(-pid, 'SIGINT')
    }))

  test('and its server leaves no core dump', () =>
    runNpm(['npm', 'start', '--ignore-scripts'], (npm) => {
      const limits = readFileSync(`/proc/${childOf(npm.pid)}/limits`, 'utf8')
      expect(limits).toMatch(/^Max core file size +0 +0 /m)
      npm.kill('SIGINT')
    }))
})

describe('a database file that another program has locked', () => {
  async function lockedServer(options = {}) {
    const database = newDatabase()
    const server = await serve(database, options)
    await expect.poll(async () => (await fetch(`${server.address}/ready`)).status).toBe(200)
    const other = createClient({ url: database })
    const lock = await other.transaction('write')
    onTestFinished(() => other.close())
    await call(server)
    return { database, server, unlock: () => lock.rollback() }
  }
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'until the end leaves the counts in a file, at %s',
    async (signal) => {
      const { database, server, unlock } = await lockedServer()
      expect(await server.end(signal)).toBe(0)
      expect(server.output()).not.toContain('panicked')
      expect(spools(database).length).toBe(1)
      await unlock()
      expect(await (await serve(database)).end()).toBe(0)
      expect([await countIn(database), spools(database)]).toEqual([1, []])
    },
  )

  test('and then frees has its counts at the end', async () => {
    const { database, server, unlock } = await lockedServer()
    server.process.kill('SIGTERM')
    await unlock()
    expect(await server.ended).toBe(0)
    expect([await countIn(database), spools(database)]).toEqual([1, []])
  })

  test('for longer than a server may take to end lets it end by the signal, with its counts in a file', async () => {
    const patient = await copyPaths(['dist', 'package.json'])
    onTestFinished(() => rmSync(patient, { recursive: true, force: true }))
    // SQLite waits for a minute, as on a disk that hangs.
    for (const name of readdirSync(join(patient, 'dist'), { recursive: true, encoding: 'utf8' })) {
      const file = join(patient, 'dist', name)
      if (!name.endsWith('.js')) continue
      const program = readFileSync(file, 'utf8')
      if (program.includes('BUSY_MS = 2e3'))
        writeFileSync(file, program.replace('BUSY_MS = 2e3', 'BUSY_MS = 6e4'))
    }
    const { database, server, unlock } = await lockedServer({ root: patient })
    expect(await server.end()).toBeNull()
    expect([server.process.signalCode, server.output().includes('panicked')]).toEqual(['SIGTERM', false])
    await unlock()
    expect(await (await serve(database)).end()).toBe(0)
    expect(await countIn(database)).toBe(1)
  })

  test('does not keep a second server on the same port from saying so', async () => {
    const { database, server } = await lockedServer()
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'node.js')], {
      env: {
        PATH: process.env.PATH,
        ...SMALL_LINE,
        PORT: new URL(server.address).port,
        DATABASE_URL: database,
      },
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^The server cannot listen on port \d+: /)])
    expect(existsSync(database.slice('file:'.length))).toBe(true)
  })
})
