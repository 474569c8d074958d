/** The built server as its users run it: a process of its own, over HTTP, with a database in a folder of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './line.ts'

export interface NodeServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string
  readonly database: string
  /** Asks it to end, and waits until it has. */
  end(): Promise<void>
  /** Ends it at once, if it still runs, and takes its folder away. */
  stop(): Promise<void>
}

export async function startNodeServer(settings: Readonly<Record<string, string>>): Promise<NodeServer> {
  const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
  const database = `file:${join(folder, 'plainline.db')}`
  const child = spawn(process.execPath, [join(root, 'dist', 'node.js')], {
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: database, ...settings },
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const address = await new Promise<string>((resolve) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      const [, url] = /Open +(http:\S+)\//.exec(output) ?? []
      if (url) resolve(url.replace('localhost', '127.0.0.1'))
    })
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    address,
    database,
    end: () => end('SIGTERM'),
    async stop() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
