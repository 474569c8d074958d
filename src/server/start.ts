/**
 * Starts the server on Node: counts, log and figures around the app, and the HTTP server in front of it.
 *
 * @example
 * const server = await startServer(config, line, root)
 * await server.shutDown() // answers what has been asked, writes the counts
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Config } from '../config.ts'
import type { Line } from '../line/line.ts'
import { createApp } from '../web/app.ts'
import type { Asset } from '../web/assets.ts'
import { CEILING_MET } from '../web/deps.ts'
import { stackWithoutMessage } from '../web/stack.ts'
import { closeGracefully } from './close-gracefully.ts'
import { compress } from './compress.ts'
import { openCounts } from './counts.ts'
import { limitPipelining } from './limit-pipelining.ts'
import { createLog, openLogOutput } from './log.ts'
import { createMetrics } from './metrics.ts'
import { createPagesWait } from './pages-wait.ts'

/** A request that is still coming in when the server is to end may take so long. */
const CLOSE_MS = 5000
/** Twilio gives up after 15 seconds. Proxies keep a connection open for 60, and must not meet one that has just closed. */
const TIMEOUTS = {
  headersTimeout: 15_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
}

/** @throws a sentence for the operator where it cannot listen. `root` is the folder that holds `dist/` and `drizzle/`. */
export async function startServer(config: Config, line: Line, root: string) {
  const assets: readonly Asset[] = JSON.parse(await readFile(join(root, 'dist', 'assets.json'), 'utf8'))
  const output = openLogOutput()
  const log = createLog(config.logLevel, output.stream)
  const { usage, close } = await openCounts(config, root, log)
  const metrics = createMetrics(usage)
  const app = createApp({
    line,
    usage,
    settings: config,
    assets,
    compress,
    pagesWait: createPagesWait(),
    now: () => new Date(),
    logError(error, about, requestId) {
      metrics.countError()
      log.error({ requestId, error: stackWithoutMessage(error) }, `Failed at ${about}`)
    },
    onHeldBack: metrics.countHeldBack,
    onCeiling: () => log.error(line.settings.replies, CEILING_MET),
    onRequest(request) {
      metrics.observeRequest(request)
      // Each request would cost as much to log as to answer, and /metrics has counted it.
      if (request.status < 400) log.debug(request, 'request')
      else log.warn(request, 'request')
    },
    metrics: metrics.text,
  })
  const server = createServer(TIMEOUTS, limitPipelining(getRequestListener(app.fetch)))
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) =>
      reject(new Error(`The server cannot listen on port ${config.port}: ${message}.`)),
    )
    server.listen(config.port, config.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    /** Answers what has been asked, and writes the counts. */
    async shutDown(): Promise<void> {
      await closeGracefully(server, CLOSE_MS)
      await close()
      await output.close()
    },
  }
}
