/**
 * So many requests a second, evenly spaced, whatever becomes of the answers: an open loop, as people call. Times are
 * taken from when a request was due, so that a request that waits for another counts its waiting.
 *
 * autocannon cannot do this: under `overallRate` each of its connections sends the requests of a second in one burst, and
 * its correction for what was held back takes every request for one a millisecond (`Math.ceil(1 / rate)` in lib/run.js,
 * 9.0.0). By it, a server that answers a constant has a p99 of 140 ms.
 */
import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Request } from 'autocannon'

const CONNECTIONS = 32

export interface Paced {
  readonly answered: number
  readonly failed: number
  /** In milliseconds, as are the next two. */
  readonly p50: number
  readonly p99: number
  readonly longest: number
}

/** `requests` are sent in turn, from the first again after the last. */
export async function drivePaced(
  url: string,
  requests: readonly Request[],
  rate: number,
  seconds: number,
): Promise<Paced> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const times: number[] = []
  const waiting: Promise<void>[] = []
  let failed = 0
  const began = performance.now()
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const next = requests[sent % requests.length]
    if (!next) throw new Error('There are no requests to send.')
    const due = began + (sent * 1000) / rate
    while (performance.now() < due) await delay(1)
    waiting.push(
      send(agent, url, next).then((isAnswered) => {
        times.push(performance.now() - due)
        if (!isAnswered) failed += 1
      }),
    )
    if (waiting.length > 2 * rate) await Promise.all(waiting.splice(0, rate))
  }
  await Promise.all(waiting)
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => {
    const time = times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
    return Math.round(time * 10) / 10
  }
  return { answered: times.length - failed, failed, p50: at(0.5), p99: at(0.99), longest: at(1) }
}

/** Whether the answer is a good one. */
function send(agent: Agent, url: string, { path, method, headers, body }: Request): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = request(url + path, { agent, method, headers, timeout: 10_000 }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve((answer.statusCode ?? 500) < 400))
    })
    asking.on('error', () => resolve(false))
    asking.on('timeout', () => asking.destroy())
    asking.end(body)
  })
}
