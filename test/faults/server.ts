/** The built server as a process, called as Twilio calls it: signed, over HTTP. It ends with its test. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { onTestFinished } from 'vitest'
import { type Post, postBy } from '../../src/simulator/transport.ts'
import { freePort } from '../support/free-port.ts'
import { root } from '../support/root.ts'

export const TOKEN = '12345'
export const PUBLIC_URL = 'https://line.example.org'
const POLL_MS = 20

export interface Server {
  readonly address: string
  readonly process: ChildProcess
  readonly post: Post
  /** All it has logged. */
  output(): string
  /** Resolves with the exit code, null where a signal itself was the end. */
  readonly ended: Promise<number | null>
  /** Sends the signal and waits for the end. After SIGTERM a server still answers for some seconds. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

export interface ServerOptions {
  /** The folder that holds `dist/`. */
  readonly root?: string
  /** Options of Node, before the program. */
  readonly node?: readonly string[]
  /** A command that starts the server, such as one that enters a namespace. */
  readonly by?: readonly string[]
  readonly stdio?: SpawnOptions['stdio']
  /** The folder it is started in. */
  readonly cwd?: string
  /** Beside the settings that each has. */
  readonly settings?: Readonly<Record<string, string>>
}

/** A folder that goes with its test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

export async function serve(database: string, options: ServerOptions = {}): Promise<Server> {
  const { by = [], node = [], stdio = 'pipe', cwd = folder(), settings = {} } = options
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const program = join(options.root ?? root, 'dist', 'node.js')
  const [command = '', ...parameters] = [...by, process.execPath, ...node, program]
  const child = spawn(command, parameters, {
    cwd,
    stdio,
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: database,
      TWILIO_AUTH_TOKEN: TOKEN,
      PUBLIC_URL,
      SECRET: 'a secret of a test',
      ...settings,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  let running = true
  const ended = new Promise<number | null>((resolve) =>
    child.on('exit', (code) => {
      running = false
      resolve(code)
    }),
  )
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  while (!(await fetch(`${address}/health`).catch(() => null))) {
    if (!running) throw new Error(`The server has ended: ${output}`)
    await delay(POLL_MS)
  }
  return {
    address,
    process: child,
    post: postBy((url, init) => fetch(url, sign(url.slice(address.length), init)), address),
    output: () => output,
    ended,
    async end(signal = 'SIGINT') {
      child.kill(signal)
      return ended
    },
  }
}

/** With Twilio's signature of the form, on a connection of its own: one that is kept may close just as it is used. */
export function sign(path: string, init: RequestInit): RequestInit {
  const form = Object.fromEntries(new URLSearchParams(String(init.body)))
  const signature = webhooks.getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, form)
  return { ...init, headers: { ...init.headers, 'x-twilio-signature': signature, connection: 'close' } }
}
