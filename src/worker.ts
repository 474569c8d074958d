/** The server on Cloudflare Workers: the line comes compiled in the bundle, and counts go to D1 after each answer. */
import assets from '../dist/assets.json'
import authored from '../dist/authored.json'
import compiled from '../dist/line.json'
import { type Config, installLine } from './config.ts'
import { type CompiledLine, type Line, openLine } from './line/line.ts'
import { createRequestCounts } from './usage/request-counts.ts'
import { type D1Binding, openD1 } from './usage/stores/d1.ts'
import { CEILING_MET, type Deps, TODAY_CHANGED, TODAY_UNREAD } from './web/deps.ts'
import { createServing } from './web/serving.ts'
import { stackWithoutMessage } from './web/stack.ts'

interface Env extends Readonly<Record<string, unknown>> {
  readonly DB: D1Binding
}

/** To say why costs a dozen signatures, and anybody may send what is refused. */
const MOST_REFUSALS = 10

/** Opened while an isolate starts, when nobody waits yet. */
const opened = openLine(compiled as unknown as CompiledLine)

/** One isolate answers many requests; what they share is made once. */
let installed: ReturnType<typeof install> | null = null
let server: ReturnType<typeof start> | null = null

export default {
  async fetch(
    request: Request,
    env: Env,
    context: { waitUntil(promise: Promise<unknown>): void },
  ): Promise<Response> {
    installed ??= install(env)
    if (!installed.ok)
      return new Response('This line is not set up; the log of the worker says why.', { status: 503 })
    server ??= start(env, installed.value)
    await server.serving.refreshTodayIfOld()
    const response = await server.serving.fetch(request, env)
    context.waitUntil(server.counts.write())
    return response
  },
}

/** The settings are known with the first request only; what is wrong with them is logged once. */
function install(env: Env) {
  const strings = Object.entries(env).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const result = installLine(opened, Object.fromEntries(strings))
  const sentences = result.ok ? [...result.value.config.warnings, ...result.value.notices] : result.problems
  for (const sentence of sentences) console.error(sentence)
  if (result.ok && result.value.config.authTokens.length === 0)
    console.error('TWILIO_AUTH_TOKEN is not set: this is a demo, which answers at localhost only.')
  return result
}

function start(env: Env, { config, line }: { readonly config: Config; readonly line: Line }) {
  const counts = createRequestCounts({
    store: openD1(env.DB),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    onError: (message) => console.error('The counts cannot be written; they wait in memory', message),
  })
  let refusals = 0
  const deps: Omit<Deps, 'line'> = {
    usage: counts,
    settings: config,
    assets,
    review: { read: async () => authored },
    now: () => new Date(),
    logError,
    onRefused(why) {
      refusals += 1
      if (refusals <= MOST_REFUSALS) console.warn(why())
    },
    today: {
      store: counts,
      onChange: (change) => console.warn(TODAY_CHANGED, change),
      onError: (message) => console.error(TODAY_UNREAD, message),
    },
    onMisdirected: (sentence) => console.warn(sentence),
    onCeiling: () => console.error(CEILING_MET),
  }
  return { serving: createServing(deps, line), counts }
}

function logError(error: unknown, about: string, requestId?: string): void {
  console.error(`Failed at ${about}`, requestId, stackWithoutMessage(error))
}
