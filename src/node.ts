/** The server on Node: reads its settings and the compiled line, answers calls and texts, and writes its counts before it ends. */

import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { compress } from 'hono/compress'
import { readConfig } from './config.ts'
import { openFinder } from './finder/finder.ts'
import { withOverrides } from './line/overrides.ts'
import { closeGracefully } from './server/close-gracefully.ts'
import { loadLineOrExit } from './server/load-line.ts'
import { createLog, openLogOutput } from './server/log.ts'
import { createMetrics } from './server/metrics.ts'
import { startNotice } from './server/start-notice.ts'
import { createUsageLog } from './usage/recorder.ts'
import { readSpools, removeSpools, writeSpool } from './usage/spool.ts'
import { openStore } from './usage/stores/open.ts'
import { createApp } from './web/app.ts'
import type { Asset } from './web/assets.ts'
import type { Deps } from './web/deps.ts'
import { onNode } from './web/on-node.ts'
import { stackWithoutMessage } from './web/stack.ts'
import { createWebhooks } from './web/webhooks.ts'

/** Half a second, so that with the time a write takes a killed server loses less than one. */
const FLUSH_MS = 500
/** What is still being asked when the server is to end may take so long, and the counts so long after that. */
const DRAIN_MS = 5000
const WRITE_MS = 3000
/** Twilio gives up after 15 seconds. Proxies keep a connection open for 60, and must not meet one that has just closed. */
const TIMEOUTS = {
  headersTimeout: 15_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
}

const root = fileURLToPath(new URL('..', import.meta.url))
const settings = readConfig(process.env)
if (!settings.ok) exitWith(settings.problems)
const config = settings.value
const { spoolPrefix } = config
const installed = withOverrides(await loadLineOrExit(root), config)
if (!installed.ok) exitWith(installed.problems)
const line = installed.value
openFinder(line.lexicon)

const assets = JSON.parse(await readFile(join(root, 'dist', 'assets.json'), 'utf8')) as readonly Asset[]

const output = openLogOutput()
const log = createLog(config.logLevel, output.stream)
const usage = createUsageLog({
  open: () =>
    openStore(
      config.databaseUrl,
      join(root, 'drizzle'),
      join(root, 'dist', 'usage', 'stores', 'sqlite-worker.js'),
    ),
  now: Date.now,
  newId: randomUUID,
  onTrouble: (message) => log.warn({ problem: message }, 'The counts cannot be written; they wait in memory'),
})
const metrics = createMetrics(usage)
const left = await readSpools(spoolPrefix)
for (const file of left.unreadable) log.error({ file }, 'A file with counts of an earlier run cannot be read')
// Once written, the database remembers them for a day only.
void usage.restore(left.unwritten).then(() => removeSpools(left.files))
// A database that is slow to answer, or gone, must not keep the line from answering.
void usage.flush()

const deps: Deps = {
  line,
  usage,
  settings: config,
  assets,
  compress: compress(),
  now: () => new Date(),
  logError(error, about, requestId) {
    metrics.countError()
    log.error({ requestId, error: stackWithoutMessage(error) }, `Failed at ${about}`)
  },
  onRequest(request) {
    metrics.observeRequest(request)
    // Each request would cost as much to log as to answer, and /metrics has counted it.
    if (request.status < 400) log.debug(request, 'request')
    else log.warn(request, 'request')
  },
  metrics: metrics.text,
}
const webhooks = createWebhooks(deps)
const app = createApp(deps, webhooks)
const server = createServer(TIMEOUTS, onNode(webhooks, getRequestListener(app.fetch), deps.logError))
server.on('error', (error) =>
  exitWith([`The server cannot listen on port ${config.port}: ${error.message}.`]),
)
server.listen(config.port, config.host, () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(startNotice(line, config, port))
})

const flushing = setInterval(() => void usage.flush(), FLUSH_MS)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown())

async function shutDown(): Promise<void> {
  clearInterval(flushing)
  await closeGracefully(server, DRAIN_MS)
  await Promise.race([usage.close(), delay(WRITE_MS)])
  await keepUnwritten()
  await output.close()
  // A database that hangs would keep the process from ending.
  process.exit()
}

/** What could not be written waits in a file for the next start; where there is no room for a file, in the log. */
async function keepUnwritten(): Promise<void> {
  const unwritten = usage.unwritten()
  if (usage.waiting() === 0 && unwritten.stops.length === 0) return
  try {
    const file = await writeSpool(spoolPrefix, randomUUID(), unwritten)
    log.warn({ file }, 'Counts that could not be written wait in a file for the next start')
    await removeSpools(left.files)
  } catch (error) {
    const file = `${spoolPrefix}.log.spool.json`
    // Not `fatal`: it does not return until it is written.
    log.error(
      { file, unwritten, problem: String(error) },
      'Counts could not be written: put them into the file',
    )
  }
}

function exitWith(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}
