/** The server as an operator starts it: as a process, over HTTP, ended by a signal. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLibsql } from '../../src/usage/stores/libsql.ts'
import { copyPaths } from '../support/project-copy.ts'
import { root } from '../support/root.ts'
import { SMALL_LINE } from '../support/small-line.ts'

const migrations = join(root, 'drizzle', 'sqlite')

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** What waits in a folder for the next start. */
function spooled(place: string): string {
  const files = readdirSync(place).filter((name) => name.endsWith('.spool.json'))
  return files.map((name) => readFileSync(join(place, name), 'utf8')).join()
}

function start(environment: Record<string, string>, directory = root, cwd = directory) {
  const child = spawn(process.execPath, [join(directory, 'dist', 'node.js')], {
    env: { PATH: process.env.PATH, PORT: '0', ...environment },
    cwd,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, ended, output: () => output }
}

async function address(started: { child: ChildProcess; output: () => string }): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const [, url] = /Open +(http:\S+)\//.exec(started.output()) ?? []
      if (url) resolve(url)
    }
    started.child.stdout?.on('data', look)
    look()
  })
}

describe('the server', () => {
  test('starts as a demo over a database that it makes, answers, and has written its counts when it ends', async () => {
    const database = `file:${join(folder(), 'plainline.db')}`
    const started = start({ DATABASE_URL: database })
    const url = await address(started)
    const form = { From: '+15555577391', Body: 'zebrafinch bone', FromCountry: 'US' }
    const reply = await fetch(`${url}/sms`, { method: 'POST', body: new URLSearchParams(form) })
    expect(await reply.text()).toContain('Bones')
    expect(await (await fetch(`${url}/health`)).text()).toBe('alive')
    await expect.poll(async () => (await fetch(`${url}/ready`)).status).toBe(200)
    expect(await (await fetch(url)).text()).toContain('BONE')
    started.child.kill('SIGINT')
    expect(await started.ended).toBe(0)
    expect(started.output()).toContain('This is a demo')
    expect(started.output()).not.toMatch(/zebrafinch|5577391/)
    const store = await openLibsql(database, migrations)
    const events = (await store.read(0, Number.MAX_SAFE_INTEGER)).map(({ event, subject }) =>
      `${event} ${subject}`.trim(),
    )
    await store.close()
    expect(events).toContain('message')
  })

  test('answers while its database cannot be opened, and says so at /ready', async () => {
    const started = start({ DATABASE_URL: `file:${join(folder(), 'missing', 'plainline.db')}` })
    const url = await address(started)
    const reply = await fetch(`${url}/voice`, {
      method: 'POST',
      body: new URLSearchParams({ FromCountry: 'US' }),
    })
    expect(await reply.text()).toContain('English, ')
    // The operator reads why in the log; whoever asks from outside does not.
    await expect.poll(started.output).toContain('ConnectionFailed')
    const ready = await fetch(`${url}/ready`)
    expect([ready.status, await ready.text()]).toEqual([503, expect.stringMatching(/the log says why\.$/)])
  })

  test('keeps what it cannot write in a file, which the next start reads, and counts it once', async () => {
    const place = folder()
    const database = join(place, 'plainline.db')
    // A text where the database should be: it cannot be opened.
    writeFileSync(database, 'This is a text. '.repeat(1000))
    const first = start({ ...SMALL_LINE, DATABASE_URL: `file:${database}` })
    await fetch(`${await address(first)}/voice`, {
      method: 'POST',
      body: new URLSearchParams({ FromCountry: 'US' }),
    })
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(spooled(place)).toContain('"event":"call"')
    rmSync(database)
    const second = start({ ...SMALL_LINE, DATABASE_URL: `file:${database}` })
    await address(second)
    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
    expect(spooled(place)).toBe('')
    const store = await openLibsql(`file:${database}`, migrations)
    const counts = (await store.read(0, Number.MAX_SAFE_INTEGER)).map(({ event, count }) => [event, count])
    await store.close()
    expect(counts).toEqual([['call', 1]])
  })

  test('answers what is being asked when it is told to end', async () => {
    const started = start({ DATABASE_URL: `file:${join(folder(), 'plainline.db')}` })
    const url = new URL(await address(started))
    const [first, rest] = ['From=%2B15555550111&Fro', 'mCountry=US']
    const client = connect(Number(url.port), '127.0.0.1')
    onTestFinished(() => void client.destroy())
    let heard = ''
    const hear = (words: string) =>
      new Promise<void>((resolve) => {
        client.on('data', (chunk) => {
          heard += chunk
          if (heard.includes(words)) resolve()
        })
      })
    const goOn = hear('100 Continue')
    client.write(
      [
        'POST /voice HTTP/1.1',
        'Host: localhost',
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${first.length + rest.length}`,
        'Expect: 100-continue',
        '',
        first,
      ].join('\r\n'),
    )
    await goOn
    started.child.kill('SIGINT')
    // It takes nobody new from now on.
    while (await fetch(`${url}health`).catch(() => null)) {}
    const closed = new Promise((resolve) => client.on('close', resolve))
    client.write(rest)
    await closed
    expect(heard).toContain('200 OK')
    expect(heard).toContain('English, ')
    expect(await started.ended).toBe(0)
  })

  test('answers and ends while its database hangs, and keeps the counts in a file', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void silent.close())
    const { port } = silent.address() as AddressInfo
    const directory = folder()
    const started = start({ DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c` }, root, directory)
    const url = await address(started)
    const reply = await fetch(`${url}/voice`, {
      method: 'POST',
      body: new URLSearchParams({ FromCountry: 'US' }),
    })
    expect(await reply.text()).toContain('English, ')
    started.child.kill('SIGINT')
    expect(await started.ended).toBe(0)
    expect(spooled(directory)).toContain('"event":"call"')
  })

  test('takes settings from the file .env of its folder, and the environment goes before it', async () => {
    const place = folder()
    writeFileSync(join(place, '.env'), '\uFEFFDEFAULT_COUNTRY="GB"\r\nPORT=99999\r\n# PORT=1\r\n')
    const started = start({ DATABASE_URL: `file:${join(place, 'plainline.db')}` }, root, place)
    const url = await address(started)
    const form = { From: 'anonymous', Body: 'I want to die' }
    const reply = await fetch(`${url}/sms`, { method: 'POST', body: new URLSearchParams(form) })
    expect(await reply.text()).toContain('116 123')
    started.child.kill('SIGINT')
    expect(await started.ended).toBe(0)
  })

  test('says in a sentence that .env cannot be read', async () => {
    const place = folder()
    mkdirSync(join(place, '.env'))
    const started = start({}, root, place)
    expect(await started.ended).toBe(1)
    expect(started.output()).toMatch(/^The file \.env cannot be read \(EISDIR\)\. .*\n$/)
  })

  test('does not start with a broken flow file: npm start prints every issue and ends', async () => {
    const directory = await copyPaths([
      ...['flows', 'locales', 'src', 'tools', 'build.mjs', 'package.json', 'tsconfig.json'],
    ])
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
    const file = join(directory, 'flows', 'main.yaml')
    // The lock of an editor, a link to nothing.
    symlinkSync('me@host.1234', join(directory, 'flows', '.#main.yaml'))
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('to: brain', 'to: brian').replace('to: liver', 'to: river'),
    )
    const { status, stderr } = spawnSync('npm', ['start'], { cwd: directory, encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(stderr).toMatch(/flows\/main\.yaml:\d+:\d+ unknown-node \(node belly\): There is no node "river"/)
    expect(stderr).toMatch(
      /flows\/main\.yaml:\d+:\d+ unknown-node \(node head\): There is no node "brian"\. Did you mean "brain"\?/,
    )
    const started = start({}, directory)
    expect(await started.ended).toBe(1)
    expect(started.output()).toContain('dist/line.json is missing. Run `npm run build`')
    for (const left of ['', '{"settings":{"na', '{"settings":{}}', 'null']) {
      writeFileSync(join(directory, 'dist', 'line.json'), left)
      const again = start({}, directory)
      expect(await again.ended).toBe(1)
      expect(again.output()).toMatch(/^dist\/line\.json is cut short, or of another version\. Run [^\n]+\n$/)
    }
  })

  test.skipIf(process.platform !== 'linux')('answers though nobody can read its warnings', async () => {
    const child = spawn('sh', ['-c', `exec "${process.execPath}" dist/node.js 2>/dev/full`], {
      env: {
        PATH: process.env.PATH,
        ...SMALL_LINE,
        PORT: '0',
        DATABASE_URL: `file:${join(folder(), 'a.db')}`,
        METRIC_TOKEN: 'a',
      },
      cwd: root,
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    const url = await address({ child, output: () => output })
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })

  test.each([
    [{ TWILIO_AUTH_TOKEN: 'a', SECRET: 'sixteen characters' }, /PUBLIC_URL must be set/],
    [{ TWILIO_AUTH_TOKEN: 'a', PUBLIC_URL: 'https://line.example.org' }, /SECRET must be set/],
    [{ PORT: 'many' }, /PORT must be a number/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with file:, libsql:\/\/ or postgres:\/\//],
    [{ DATABASE_URL: 'postgres://a:50%@db.example.org/c' }, /^DATABASE_URL has .+ write % as %25.+\.$/m],
    [{ DATABASE_URL: `file:${root}` }, /^DATABASE_URL must name a file, .+\.$/m],
    [{ DATABASE_URL: 'file::memory:' }, /^DATABASE_URL must name a file, .+\.$/m],
    [
      { DATABASE_URL: `file:${join(root, 'src')}` },
      /^DATABASE_URL names the folder .+: name a file in it, .+\.$/m,
    ],
    [
      { DATABASE_URL: `file:${root}/package.json/x.db` },
      /^DATABASE_URL names .+ may not read and write .+\.$/m,
    ],
    [
      { DATABASE_URL: 'postgres://a:b@db.example.org/c?sslmode=verify-full&sslrootcert=/nowhere/ca.pem' },
      /^DATABASE_URL names \/nowhere\/ca\.pem, which cannot be read: ENOENT\.$/m,
    ],
    [{ HANDOFF_NUMBER: '911' }, /HANDOFF_NUMBER must be a full number/],
    [
      { PUBLIC_URL: 'https://line.example.org', SECRET: 'sixteen characters', TWILIO_AUTH_TOKEN: ' , ' },
      /TWILIO_AUTH_TOKEN holds no token/,
    ],
    [
      {
        PORT: 'many',
        PUBLIC_URL: 'https://line.example.org/voice',
        DEFAULT_COUNTRY: 'FR',
        TWILIO_TOKEN: 'a',
      },
      /^PORT [^\n]*\nPUBLIC_URL [^\n]*\nTWILIO_AUTH_TOKEN must be set[^\n]*\nTWILIO_TOKEN is not read[^\n]*\nDEFAULT_COUNTRY is FR[^\n]*\n$/,
    ],
  ])('refuses %j with a sentence that says what to do', async (environment, sentence) => {
    const started = start({ ...SMALL_LINE, ...(environment as Record<string, string>) })
    expect(await started.ended).toBe(1)
    expect(started.output()).toMatch(sentence)
  })

  test('refuses a country of which its directory has no numbers, and names those that it has', async () => {
    const started = start({ DEFAULT_COUNTRY: 'FR' })
    expect(await started.ended).toBe(1)
    expect(started.output()).toMatch(
      /DEFAULT_COUNTRY is FR, but the directory has no numbers for it\. It has: AU, CA/,
    )
  })

  test.each([
    ['pipe', (path: string) => spawnSync('mkfifo', [path])],
    ['socket', (path: string) => createServer().listen(path)],
  ] as const)('refuses a database that is a %s, and leaves its access as it was', async (_kind, make) => {
    const path = join(folder(), 'plainline.db')
    const made = make(path)
    onTestFinished(() => void ('close' in made && made.close()))
    await expect.poll(() => existsSync(path)).toBe(true)
    const { mode } = statSync(path)
    const started = start({ ...SMALL_LINE, DATABASE_URL: `file:${path}` })
    expect(await started.ended).toBe(1)
    expect(started.output()).toMatch(
      /^DATABASE_URL names .+, which is a device, a pipe or a socket: name a file\.$/m,
    )
    expect(statSync(path).mode).toBe(mode)
  })
})
