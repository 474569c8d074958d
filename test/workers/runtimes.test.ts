/** The same routes on both runtimes: Node over HTTP, and workerd with D1. */
import { join } from 'node:path'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AS_USUAL } from '../../src/flow/today.ts'
import { openD1 } from '../../src/usage/stores/d1.ts'
import { openLibsql } from '../../src/usage/stores/libsql.ts'
import type { TodayRow } from '../../src/usage/stores/store.ts'
import { startNodeServer } from '../support/node-server.ts'
import { root } from '../support/root.ts'
import { migrate, miniflare, PASSWORD, PUBLIC_URL, settings, TOKEN } from '../support/workerd.ts'

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
