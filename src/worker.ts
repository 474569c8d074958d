/** The server on Cloudflare Workers: the line comes compiled in the bundle, and counts go to D1 after each answer. */
import assets from '../dist/assets.json'
import compiled from '../dist/line.json'
import { type Config, readConfig } from './config.ts'
import { type CompiledLine, openLine } from './line/line.ts'
import { withOverrides } from './line/overrides.ts'
import { createRequestCounts, type RequestCounts } from './usage/request-counts.ts'
import { addOnce, type D1Binding, openD1 } from './usage/stores/d1.ts'
import { rootCauseMessage } from './usage/stores/store.ts'
import { createApp } from './web/app.ts'
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
    context.waitUntil(write(env, server.counts))
    return response
  },
}

function start(env: Env, config: Config) {
  const installed = withOverrides(opened, config)
  if (!installed.ok) throw new Error(installed.problems.join(' '))
  const line = installed.value
  const counts = createRequestCounts(Date.now, openD1(env.DB).read)
  const app = createApp({ line, usage: counts, settings: config, assets, now: () => new Date(), logError })
  return { app, counts }
}

/** Written after the answer, in one statement; what cannot be written is tried with a later request of this isolate. */
async function write(env: Env, counts: RequestCounts): Promise<void> {
  const { counters, stops } = counts.take()
  try {
    await addOnce(env.DB, counters)
    await openD1(env.DB).setStopped(stops)
    counts.wrote()
  } catch (error) {
    const reason = rootCauseMessage(error)
    counts.putBack({ counters, stops }, reason)
    console.error('The counts cannot be written; they wait in memory', reason)
  }
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
