/**
 * A real PgBouncer before a PostgreSQL, with the settings that it is installed with but for the ways in and out.
 *
 * @example
 * const pool = await startPgBouncer(await databases.database('pooled'), 'transaction')
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from './free-port.ts'

/** Debian has it as `pgbouncer`. */
export const hasPgBouncer = spawnSync('pgbouncer', ['--version']).status === 0

export interface PgBouncer {
  /** The address of the database through the pool. */
  readonly url: string
  /** Ends it; the folder of its settings stays. */
  kill(): Promise<void>
  /** Starts it again. */
  start(): Promise<void>
  stop(): Promise<void>
}

const POLL_MS = 20

export async function startPgBouncer(target: string, mode: 'session' | 'transaction'): Promise<PgBouncer> {
  const url = new URL(target)
  const { hostname, port: databasePort, username, password } = url
  const folder = mkdtempSync(join(tmpdir(), 'plainline-pgbouncer-'))
  const port = await freePort()
  const [users, settings] = [join(folder, 'users.txt'), join(folder, 'pgbouncer.ini')]
  writeFileSync(users, `"${username}" "${password}"\n`)
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${databasePort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = md5
auth_file = ${users}
pool_mode = ${mode}
`,
  )
  chmodSync(folder, 0o755)
  url.port = String(port)
  let child: ChildProcess | null = null
  // It refuses to run as root.
  const by = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const start = async () => {
    child = spawn('pgbouncer', [...by, settings], { stdio: 'ignore' })
    while (!(await accepts(port))) await delay(POLL_MS)
  }
  const kill = async () => {
    const running = child
    child = null
    if (running?.kill('SIGKILL')) await once(running, 'exit')
  }
  await start()
  return {
    url: url.href,
    kill,
    start,
    async stop() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1')
    probe.on('error', () => resolve(false))
    probe.on('connect', () => {
      probe.destroy()
      resolve(true)
    })
  })
}
