/** The servers that are measured, each a process of its own, as in production. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request } from 'autocannon'
import { PUBLIC_URL, TOKEN } from './requests.ts'

export interface Server {
  readonly url: string
  /** Milliseconds from its start to its first answer. */
  readonly startMs: number
  /** Memory that the process holds now (Linux). */
  megabytes(): number
  /** Processor time that the process has used so far, on all its threads (Linux, which counts hundredths of a second). */
  microseconds(): number
  /** Ends it, by SIGTERM unless told otherwise, and resolves when it has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** What `npm start` gives to Node, but for the script: our server is measured as it is started. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
const [, START_OPTIONS = ''] = /exec node (.*?) dist\/node\.js/.exec(scripts.start) ?? []

/** Starts `script`; resolves once it has answered `first` well. */
export async function startServer(
  script: string,
  port: number,
  first: Request,
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'plainline-bench-'))
  const began = performance.now()
  const options = script.endsWith('dist/node.js') ? START_OPTIONS.split(' ') : []
  const child = spawn(process.execPath, [...options, script], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      TWILIO_AUTH_TOKEN: TOKEN,
      PUBLIC_URL,
      SECRET: 'sixteen characters or more',
      DATABASE_URL: `file:${join(folder, 'plainline.db')}`,
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // A bench that fails leaves no server behind.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const url = `http://127.0.0.1:${port}`
  while (!(await isAnswered(url, first)))
    if (child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1))
    else throw new Error(`${script} does not start`)
  return {
    url,
    startMs: performance.now() - began,
    megabytes() {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
      return Number(kilobytes) / 1024
    },
    microseconds() {
      // See proc(5): after the name, utime and stime are the 12th and the 13th value.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * 10_000
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
      process.off('exit', kill)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function isAnswered(url: string, { path, method, headers, body }: Request): Promise<boolean> {
  try {
    return (await fetch(url + path, { method, headers, body })).ok
  } catch {
    return false
  }
}
