/** The whole app over a real database file in a folder of its own, with webhooks signed as Twilio signs them. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { onTestFinished } from 'vitest'
import type { Line } from '../../src/line/line.ts'
import { type BufferedRecorder, createUsageRecorder } from '../../src/usage/recorder.ts'
import { openLibsql } from '../../src/usage/stores/libsql.ts'
import type { Counter } from '../../src/usage/stores/store.ts'
import type { Asset } from '../../src/web/assets.ts'
import type { Deps, TodayDeps } from '../../src/web/deps.ts'
import { createServing } from '../../src/web/serving.ts'
import { line as realLine } from './line.ts'
import { root } from './root.ts'

export const TOKEN = '12345'
export const PUBLIC_URL = 'https://line.example.org'

/** The names under which pages ask for style sheets and scripts; what is in them is tested in a browser, after the build. */
const assets: readonly Asset[] = [
  'pages.css',
  'phone.css',
  'card.css',
  'usage.css',
  'week.css',
  'operate.css',
  'review.css',
  'review.js',
  'phone.js',
  'topic.js',
  'usage.js',
  'icon.svg',
  'social.png',
].map((name) => ({ name, path: `/assets/${name}`, type: 'text/plain', body: '' }))

export interface TestServer {
  /** `env` is what the runtime adds to a request. */
  readonly app: { request(path: string, init?: RequestInit, env?: object): Promise<Response> }
  /** Puts another line in the place of this one. */
  use(line: Line): void
  /** Reads today's switches, as the server does every five seconds. */
  refreshToday(): Promise<void>
  readonly usage: BufferedRecorder
  readonly databaseFile: string
  readonly errors: readonly unknown[]
  /** A webhook signed with the token; `init` adds headers. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  /** What has been counted, as `event subject` → count, added up over hours, channels and locales. */
  counted(): Promise<Record<string, number>>
}

export interface TestServerOptions {
  readonly line?: Line
  readonly now?: () => Date
  readonly usagePassword?: string
  /** Other settings than most tests have. */
  readonly settings?: Partial<Deps['settings']>
  /** What is called when today's switches change, or cannot be read. */
  readonly today?: Partial<TodayDeps>
  /** What only some runtimes have. */
  readonly more?: Pick<
    Deps,
    | 'loadClip'
    | 'compress'
    | 'examine'
    | 'faults'
    | 'metrics'
    | 'onMisdirected'
    | 'onRefused'
    | 'onRequest'
    | 'pagesWait'
    | 'reload'
    | 'review'
    | 'searchesWait'
  >
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { line = realLine, now = () => new Date('2026-11-23T03:00:00Z') } = options
  const folder = await mkdtemp(join(tmpdir(), 'plainline-'))
  const databaseFile = join(folder, 'plainline.db')
  const errors: unknown[] = []
  const usage = createUsageRecorder({
    open: () => openLibsql(`file:${databaseFile}`, join(root, 'drizzle', 'sqlite')),
    now: () => now().getTime(),
    newId: randomUUID,
    onError: (message) => errors.push(message),
  })
  onTestFinished(async () => {
    await usage.close()
    await rm(folder, { recursive: true, force: true })
  })
  const serving = createServing(
    {
      usage,
      assets,
      settings: {
        publicUrl: PUBLIC_URL,
        authTokens: [TOKEN],
        secret: 'a secret of a test',
        usagePassword: options.usagePassword ?? null,
        ...options.settings,
      },
      now,
      today: { store: usage, ...options.today },
      logError: (error) => errors.push(error),
      ...options.more,
    },
    line,
  )
  const app: TestServer['app'] = {
    request: async (path, init, env) =>
      serving.fetch(new Request(/^https?:/.test(path) ? path : `http://localhost${path}`, init), env),
  }
  return {
    app,
    use: serving.useLine,
    refreshToday: () => serving.refreshToday(),
    usage,
    databaseFile,
    errors,
    async post(path, form, headers = {}) {
      return app.request(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': webhooks.getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, form),
          ...headers,
        },
        body: new URLSearchParams(form).toString(),
      })
    },
    async counted() {
      await usage.flush()
      const store = await openLibsql(`file:${databaseFile}`, join(root, 'drizzle', 'sqlite'))
      const rows = await store.read(0, Number.MAX_SAFE_INTEGER)
      await store.close()
      return sum(rows)
    },
  }
}

function sum(rows: readonly Counter[]): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const { event, subject, count } of rows) {
    const key = `${event} ${subject}`.trim()
    totals[key] = (totals[key] ?? 0) + count
  }
  return totals
}
