/** The built server as its users run it: a process of its own, over HTTP, with a database in a folder of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './root.ts'

export interface NodeServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string
  readonly database: string
  readonly pid: number | undefined
  /** Where it keeps its database, and whatever else it writes into the folder it was started in. */
  readonly folder: string
  /** What it has printed, on both streams. */
  output(): string
  signal(name: NodeJS.Signals): void
  /** Asks it to end, and waits until it has. */
  end(): Promise<void>
  /** Ends it at once, if it still runs, and takes its folder away. */
  stop(): Promise<void>
}

/** `options` are Node's own, such as a module to load first; `project` is the folder that holds `dist/`. */
export async function startNodeServer(
  settings: Readonly<Record<string, string>>,
  options: readonly string[] = [],
  project = root,
): Promise<NodeServer> {
  const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
  const database = `file:${join(folder, 'plainline.db')}`
  const child = spawn(process.execPath, [...options, join(project, 'dist', 'node.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database, ...settings },
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.on('exit', () => reject(new Error(`The server ended before it listened:\n${output}`)))
    const listen = (chunk: Buffer) => {
      output += chunk
      const [, url] = /Open +(http:\S+)\//.exec(output) ?? []
      if (url) resolve(url.replace('localhost', '127.0.0.1'))
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    address,
    database,
    pid: child.pid,
    folder,
    output: () => output,
    signal: (name) => void child.kill(name),
    // Not SIGTERM, after which it still answers for some seconds.
    end: () => end('SIGINT'),
    async stop() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
