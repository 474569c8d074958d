// The servers that are measured, each its own process.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PUBLIC_URL, TOKEN } from './requests.mjs'

/** Starts a server as it runs in production; resolves once it answers `first`, with the milliseconds that took. */
export async function startServer(script, port, first, environment = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'plainline-bench-'))
  const began = performance.now()
  const child = spawn(process.execPath, [script], {
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
  // A bench that fails leaves nobody behind.
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const url = `http://127.0.0.1:${port}`
  while (
    !(await fetch(url + first.path, first).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    if (child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1))
    else throw new Error(`${script} does not start`)
  return {
    url,
    startMs: performance.now() - began,
    /** Memory that the process holds now (Linux). */
    megabytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024,
    /** Processor time that the process has used so far, on all its threads (Linux, which counts hundredths of a second). */
    microseconds() {
      const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        .split(') ')[1]
        .split(' ')
        .slice(11, 13)
      return (Number(user) + Number(system)) * 10_000
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', kill)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
