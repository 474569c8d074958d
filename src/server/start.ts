/**
 * Starts the server on Node: counts, log and metrics around the app, and the HTTP server in front of it.
 *
 * @example
 * const server = await startServer(config, line, project, install)
 * await server.shutDown('SIGTERM') // answers what has been asked, writes the counts
 */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { Result } from '../authored/result.ts'
import type { Config } from '../config.ts'
import type { Line } from '../line/line.ts'
import { REFRESH_MS } from '../today/keeper.ts'
import type { Asset } from '../web/assets.ts'
import type { Deps } from '../web/deps.ts'
import { createServing } from '../web/serving.ts'
import { closeGracefully } from './close-gracefully.ts'
import { compress } from './compress.ts'
import { openCounts } from './counts.ts'
import type { Idle } from './ending.ts'
import { readEnvironment } from './environment.ts'
import { limitPipelining } from './limit-pipelining.ts'
import { createLog, openLogOutput } from './log.ts'
import { createLoggedReload } from './logged-reload.ts'
import { createObserver } from './observer.ts'
import { createPagesWait, SEARCHES_A_TURN } from './pages-wait.ts'
import type { Project } from './project.ts'
import { createReviewFiles } from './review-files.ts'
import { surviveUncaught } from './uncaught.ts'

/**
 * With the time for a file and the log, under the ten seconds after which Docker kills. A call of SQLite waits for a lock for
 * two (stores/libsql.ts).
 */
const SHUT_DOWN_MS = 8000
/** Kubernetes and load balancers go on sending requests for some seconds after SIGTERM. */
const DRAIN_MS = 3000
/** A request that is still coming in when the server is to end may take so long. */
const CLOSE_MS = 4000
/** A database that is up answers by then. */
const FIRST_READ_MS = 1000
/** Twilio gives up after 15 seconds. Proxies keep a connection open for 60, and must not meet one that has just closed. */
const TIMEOUTS = {
  headersTimeout: 15_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
}
/** HTTP/1.0 needs no Host header, and HAProxy asks for /health without one (`option httpchk`). Nothing is decided by this name. */
const HOST_OF_NONE = 'no-host.invalid'

/** Makes a compiled line one that is told with the settings of the server, or says why it cannot be. */
type Install = (compiled: Line) => Result<{ readonly line: Line }>

/** @throws a sentence for the operator where it cannot listen. */
export async function startServer(config: Config, line: Line, project: Project, install: Install) {
  const { root } = project
  let told = line
  const assets: readonly Asset[] = JSON.parse(await readFile(join(root, 'dist', 'assets.json'), 'utf8'))
  const output = openLogOutput()
  const log = createLog(config.logLevel, output.stream)
  const { usage, prepareToClose, close } = await openCounts(config, root, log)
  const observer = createObserver({ usage, log, alarmUrl: config.alarmUrl, name: line.settings.name })
  const { logError } = observer.deps
  surviveUncaught(logError)
  const ending = new AbortController()
  const { reload, faults } = createLoggedReload(project, log, {
    ending: ending.signal,
    use(compiled) {
      const installed = install(compiled)
      if (!installed.ok) return installed
      told = installed.value.line
      serving.useLine(told)
      return { ok: true, value: told }
    },
  })
  const deps: Omit<Deps, 'line'> = {
    ...observer.deps,
    settings: config,
    assets,
    compress,
    loadClip: clipsIn(join(root, 'recordings')),
    pagesWait: createPagesWait(),
    searchesWait: createPagesWait(SEARCHES_A_TURN),
    now: () => new Date(),
    isEnding: () => ending.signal.aborted,
    examine: async () => {
      const { examineLine } = await import('./examine-line.ts')
      return examineLine(root, readEnvironment(), told)
    },
    reload,
    faults,
    review: createReviewFiles(project, { mayWrite: config.authTokens.length === 0 }),
  }
  const serving = createServing(deps, line)
  // A start waits shortly for what an operator has switched; answers never do.
  await serving.refreshToday(FIRST_READ_MS)
  const refreshing = setInterval(() => void serving.refreshToday(), REFRESH_MS)
  const listener = getRequestListener(serving.fetch, { hostname: HOST_OF_NONE })
  const server = createServer(TIMEOUTS, limitPipelining(listener))
  server.listen(config.port, config.host)
  await once(server, 'listening').catch(async ({ message }: Error) => {
    observer.stopWatching()
    clearInterval(refreshing)
    await close(delay(SHUT_DOWN_MS, false as const))
    throw new Error(`The server cannot listen on port ${config.port}: ${message}.`)
  })
  // A connection that cannot be accepted, such as for want of file descriptors.
  server.on('error', (error) => logError(error, 'the HTTP server'))
  const { port } = server.address() as AddressInfo
  return {
    port,
    reload,
    /** Answers what has been asked, and writes the counts. Tells whether SQLite has returned from its last call, and the log from its last write. */
    async shutDown(signal: NodeJS.Signals): Promise<Idle> {
      ending.abort()
      clearInterval(refreshing)
      const timeout = delay(SHUT_DOWN_MS, false as const)
      prepareToClose()
      observer.stopWatching()
      // The other signals come from somebody at a terminal, who waits for the end.
      await closeGracefully(server, { drainMs: signal === 'SIGTERM' ? DRAIN_MS : 0, timeoutMs: CLOSE_MS })
      const isDatabaseIdle = await close(timeout)
      observer.close()
      return { isDatabaseIdle, isLogWritten: await output.close() }
    },
  }
}

/** Null where there is no such clip. */
function clipsIn(folder: string): NonNullable<Deps['loadClip']> {
  return (locale, file) =>
    readFile(join(folder, locale, file)).then(
      (clip) => new Uint8Array(clip),
      () => null,
    )
}
