/** The same routes on both runtimes: Node over HTTP, and workerd with D1. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Miniflare } from 'miniflare'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AS_USUAL } from '../../src/flow/today.ts'
import { openD1 } from '../../src/usage/stores/d1.ts'
import { openLibsql } from '../../src/usage/stores/libsql.ts'
import type { TodayRow } from '../../src/usage/stores/store.ts'
import { startNodeServer } from '../support/node-server.ts'
import { root } from '../support/root.ts'

const TOKEN = '12345'
const PUBLIC_URL = 'https://line.example.org'
const PASSWORD = 'a password of a test'
const settings = {
  TWILIO_AUTH_TOKEN: `an older token,${TOKEN}`,
  PUBLIC_URL,
  SECRET: 'sixteen characters or more',
  USAGE_PASSWORD: PASSWORD,
}

interface Runtime {
  fetch(
    path: string,
    init?: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
  ): Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>
  /** As another server over the same database does. */
  writeToday(row: TodayRow): Promise<boolean>
  /** What has been counted, as `event subject`; waits until it is written. */
  counted(): Promise<readonly string[]>
  stop(): Promise<void>
}

async function startNode(): Promise<Runtime> {
  const server = await startNodeServer(settings)
  return {
    fetch: (path, init) => fetch(server.address + path, init),
    async writeToday(row) {
      const store = await openLibsql(server.database, join(root, 'drizzle', 'sqlite'))
      return store.writeToday(row).finally(store.close)
    },
    async counted() {
      await server.end()
      const store = await openLibsql(server.database, join(root, 'drizzle', 'sqlite'))
      const rows = await store.read(0, Number.MAX_SAFE_INTEGER)
      await store.close()
      return rows.map(({ event, subject }) => `${event} ${subject}`.trim()).sort()
    },
    stop: server.stop,
  }
}

/** The bundle that is deployed, in workerd, with a D1 database of its own. */
function miniflare(bindings: Record<string, string>, log: (line: string) => void = () => {}): Miniflare {
  return new Miniflare({
    modules: true,
    scriptPath: join(root, 'dist', 'worker', 'worker.js'),
    compatibilityDate: '2026-04-01',
    compatibilityFlags: ['nodejs_compat'],
    d1Databases: ['DB'],
    bindings,
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      stdout.resume()
      createInterface({ input: stderr }).on('line', log)
    },
  })
}

async function migrate(workerd: Miniflare) {
  const database = await workerd.getD1Database('DB')
  for (const file of readdirSync(join(root, 'drizzle', 'sqlite')).filter((name) => name.endsWith('.sql')))
    for (const statement of readFileSync(join(root, 'drizzle', 'sqlite', file), 'utf8').split(
      '--> statement-breakpoint',
    ))
      await database.prepare(statement).run()
  return database
}

async function startWorkerd(): Promise<Runtime> {
  const workerd = miniflare(settings)
  const database = await migrate(workerd)
  return {
    fetch: (path, init) => workerd.dispatchFetch(PUBLIC_URL + path, init),
    writeToday: openD1(database).writeToday,
    async counted() {
      const { results } = await database
        .prepare('select event, subject from counters')
        .all<{ event: string; subject: string }>()
      return results
        .map(({ event, subject }: { event: string; subject: string }) => `${event} ${subject}`.trim())
        .sort()
    },
    stop: () => workerd.dispose(),
  }
}

describe.each([
  ['Node over HTTP', startNode],
  ['workerd with D1', startWorkerd],
])('%s', (_name, start) => {
  let runtime: Runtime
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    runtime.fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': webhooks.getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, form),
        ...headers,
      },
      body: new URLSearchParams(form).toString(),
    })
  const call = { CallSid: 'CA1', From: '+15555550111', To: '+15555550100', FromCountry: 'US' }

  beforeAll(async () => {
    runtime = await start()
  })
  afterAll(() => runtime.stop())

  test('walks a call to the first sentence about bones', async () => {
    let response = await post('/voice', call)
    for (const key of ['1', '1', '3']) {
      expect(response.status).toBe(200)
      const [, action] = /action="([^"]+)"/.exec(await response.text()) ?? []
      response = await post(action as string, { ...call, Digits: key })
    }
    expect(await response.text()).toContain('the ribs, the spine, the hips')
  })

  test('answers a text, and goes on by its cookie', async () => {
    const first = await post('/sms', { ...call, MessageSid: 'SM1', Body: 'HUESO' })
    expect(await first.text()).toContain('Huesos')
    const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] as string
    const next = await post('/sms', { ...call, MessageSid: 'SM2', Body: 'más' }, { cookie })
    expect(await next.text()).toContain('El dolor en un hueso puede crecer poco a poco')
  })

  test('refuses who is not Twilio, and what is no form', async () => {
    expect((await post('/voice', call, { 'x-twilio-signature': 'no' })).status).toBe(403)
    expect((await post('/sms', call, { 'content-type': 'application/json' })).status).toBe(415)
    expect((await runtime.fetch('/nowhere')).status).toBe(404)
  })

  test.each([
    ['of 10,000 fields', 'F=&'.repeat(10_000), 400],
    ['of deep names', `${'a[b]'.repeat(10_000)}=1`, 403],
    ['in bytes that are no UTF-8', Uint8Array.of(0x42, 0x3d, 0xff, 0xfe, 0xc3), 403],
  ] as const)('refuses a form %s', async (_case, body, status) => {
    const response = await runtime.fetch('/sms', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': `${'A'.repeat(27)}=`,
      },
      body,
    })
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(/^[A-Z][^\n]*\.$/)
  })

  test('serves its pages', async () => {
    const page = await (await runtime.fetch('/es')).text()
    expect(page).toContain('HUESO')
    const [, styles = ''] = /href="([^"]+\.css)"/.exec(page) ?? []
    expect((await runtime.fetch(styles)).headers.get('cache-control')).toContain('immutable')
    expect((await runtime.fetch('/health')).status).toBe(200)
    await expect.poll(async () => (await runtime.fetch('/ready')).status).toBe(200)
  })

  test('takes what an operator switches, on its page and elsewhere', async () => {
    const headers = {
      authorization: `Basic ${btoa(`:${PASSWORD}`)}`,
      origin: PUBLIC_URL,
      'content-type': 'application/x-www-form-urlencoded',
    }
    const page = await (await runtime.fetch('/operate', { headers })).text()
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
    const until = new Date(Date.now() + 3 * 24 * 60 * 60_000).toISOString().slice(0, 10)
    const fields = { token: hidden('token'), version: hidden('version'), do: 'save', until }
    const body = new URLSearchParams({ ...fields, 'words.en': 'Closed today.' }).toString()
    const saved = await runtime.fetch('/operate', { method: 'POST', headers, body })
    expect(await saved.text()).toContain('Saved: Announcement.')
    let id = 0
    const first = async () =>
      (
        await post('/sms', { ...call, From: '+15555550112', MessageSid: `SMtoday${id++}`, Body: 'lung' })
      ).text()
    expect(await first()).toContain('Note: Closed today.\nLungs')
    await runtime.writeToday({ version: 2, changedAt: Date.now(), switches: JSON.stringify(AS_USUAL) })
    await expect.poll(first, { timeout: 10_000, interval: 1500 }).not.toContain('Note:')
  })

  test('gives a reviewer what is signed as a file', async () => {
    const authorization = `Basic ${btoa(`operator:${PASSWORD}`)}`
    const page = await (await runtime.fetch('/review/es/bone', { headers: { authorization } })).text()
    const marks = [...page.matchAll(/name="(mark:[^"]+)" value="([^"]+)"/g)].map(
      ([, name = '', mark = '']) => [name, mark],
    )
    const fields = {
      ...Object.fromEntries(marks),
      initials: 'M. R.',
      role: 'nurse',
      sign: 'all',
      download: 'yes',
    }
    const file = await post('/review/es/bone', fields, {
      authorization,
      origin: PUBLIC_URL,
      'x-twilio-signature': '',
    })
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="review.es.csv"')
    expect((await file.text()).match(/,reviewed,"M\. R\., nurse",/g)).toHaveLength(14)
  })

  test('shows its counts', async () => {
    const headers = { authorization: `Basic ${btoa(`:${PASSWORD}`)}` }
    await expect
      .poll(async () => (await runtime.fetch('/usage.csv', { headers })).text())
      .toMatch(/,Calls,under 5\r\n/)
    expect(await (await runtime.fetch('/usage', { headers })).text()).toContain('Calls and texts')
  })

  // Last: on Node the counts are read once the server has ended.
  test('has counted', async () => {
    expect(await runtime.counted()).toEqual(
      expect.arrayContaining(['call', 'language en', 'message', 'open bone', 'open main']),
    )
  })
})

test('a worker whose database fails half-way counts each text once, and says so meanwhile', async () => {
  const logged: string[] = []
  const workerd = miniflare(settings, (line) => logged.push(line))
  const database = await migrate(workerd)
  await database.prepare('alter table stops rename to kept').run()
  const text = async (number: number) => {
    const form = { MessageSid: `SM${number}`, Body: 'BONE', From: `+1555555011${number}`, To: '+15555550100' }
    const response = await workerd.dispatchFetch(`${PUBLIC_URL}/sms`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': webhooks.getExpectedTwilioSignature(TOKEN, `${PUBLIC_URL}/sms`, form),
      },
      body: new URLSearchParams(form).toString(),
    })
    expect(await response.text()).toContain('Bones')
  }
  const ready = async () => (await workerd.dispatchFetch(`${PUBLIC_URL}/ready`)).status
  const counted = () =>
    database.prepare("select sum(count) as sum from counters where event = 'message'").first('sum')
  for (let number = 0; number < 5; number += 1) await text(number)
  await expect.poll(ready).toBe(503)
  await database.prepare('alter table kept rename to stops').run()
  for (let number = 5; number < 10; number += 1) await text(number)
  await expect.poll(ready).toBe(200)
  await expect.poll(counted).toBe(10)
  await workerd.dispose()
  // Once, not for each request.
  expect(logged.filter((text) => text.includes('no such table: stops'))).toHaveLength(1)
})

test.each([
  [
    'with an address and no token',
    { ...settings, TWILIO_AUTH_TOKEN: '' },
    /^TWILIO_AUTH_TOKEN must be set beside/,
  ],
  ['with a list of no token', { ...settings, TWILIO_AUTH_TOKEN: ' , ' }, /^TWILIO_AUTH_TOKEN holds no token/],
  [
    'with a country that the directory does not have',
    { ...settings, DEFAULT_COUNTRY: 'FR' },
    /^DEFAULT_COUNTRY is FR/,
  ],
  ['in quotes', { ...settings, SECRET: `"${settings.SECRET}"` }, /^SECRET has quotes around its value/],
])('a worker %s answers nobody, and its log says why', async (_name, bindings, sentence) => {
  const logged: string[] = []
  const workerd = miniflare(bindings, (line) => logged.push(line))
  for (const address of ['https://line.example.org/voice', 'http://localhost/', 'http://localhost/health']) {
    const response = await workerd.dispatchFetch(address)
    expect([response.status, await response.text()]).toEqual([
      503,
      'This line is not set up; the log of the worker says why.',
    ])
  }
  await workerd.dispose()
  expect(logged).toEqual([expect.stringMatching(sentence)])
})

test('a worker says why a signature does not fit ten times only: each costs as much as a dozen requests', async () => {
  const logged: string[] = []
  const workerd = miniflare(settings, (line) => logged.push(line))
  for (let times = 0; times < 15; times += 1) {
    const headers = { 'x-twilio-signature': `${'A'.repeat(27)}=` }
    const response = await workerd.dispatchFetch(`${PUBLIC_URL}/sms`, { method: 'POST', headers })
    expect(response.status).toBe(403)
  }
  await workerd.dispose()
  expect(logged.filter((text) => text.includes('A signature fits no address'))).toHaveLength(10)
})

test('a worker without a token answers on this machine only', async () => {
  const workerd = miniflare({})
  expect((await workerd.dispatchFetch('https://line.example.org/health')).status).toBe(403)
  expect((await workerd.dispatchFetch('http://localhost/health')).status).toBe(200)
  await workerd.dispose()
})
