/** The server on Cloudflare Workers: the line comes compiled in the bundle, and counts go to D1 after each answer. */
import assets from '../dist/assets.json'
import compiled from '../dist/line.json'
import { type Config, readConfig } from './config.ts'
import { type CompiledLine, openLine } from './line/line.ts'
import { withOverrides } from './line/overrides.ts'
import { createRequestCounts } from './usage/request-counts.ts'
import { type D1Binding, openD1 } from './usage/stores/d1.ts'
import { createApp } from './web/app.ts'
import { CEILING_MET } from './web/deps.ts'
import { stackWithoutMessage } from './web/stack.ts'

interface Env extends Readonly<Record<string, unknown>> {
  readonly DB: D1Binding
}

/** Opened while an isolate starts, when nobody waits yet. */
const opened = openLine(compiled as unknown as CompiledLine)

/** One isolate answers many requests; what they share is made once. */
let server: ReturnType<typeof start> | null = null

export default {
  async fetch(
    request: Request,
    env: Env,
    context: { waitUntil(promise: Promise<unknown>): void },
  ): Promise<Response> {
    const settings = settingsOf(env)
    if (!settings.ok) return new Response(settings.problems.join('\n'), { status: 503 })
    server ??= start(env, settings.value)
    const response = await server.app.fetch(request, env)
    context.waitUntil(server.counts.write())
    return response
  },
}

function start(env: Env, config: Config) {
  const installed = withOverrides(opened, config)
  if (!installed.ok) throw new Error(installed.problems.join(' '))
  const line = installed.value
  const counts = createRequestCounts({
    store: openD1(env.DB),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    onError: (message) => console.error('The counts cannot be written; they wait in memory', message),
  })
  const app = createApp({
    line,
    usage: counts,
    settings: config,
    assets,
    now: () => new Date(),
    logError,
    onCeiling: () => console.error(CEILING_MET),
  })
  return { app, counts }
}

function settingsOf(env: Env) {
  return readConfig(
    Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
  )
}

function logError(error: unknown, about: string, requestId?: string): void {
  console.error(`Failed at ${about}`, requestId, stackWithoutMessage(error))
}
