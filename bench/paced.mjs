// So many requests a second, evenly spaced, whatever becomes of the answers: an open loop, as people call. Times are taken
// from when a request was due, so that one that waits for another counts its waiting.
//
// autocannon is the wrong tool for this: under `overallRate` each of its connections sends the requests of a second in one
// burst, and its correction for what was held back takes every request for one a millisecond (`Math.ceil(1 / rate)` in
// lib/run.js, 9.0.0): a server that answers a constant has a p99 of 140 ms by it.
import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

const CONNECTIONS = 32

/** `requests` are sent in turn. Resolves with milliseconds. */
export async function drivePaced(url, requests, rate, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const times = []
  const waiting = []
  let failed = 0
  const began = performance.now()
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const due = began + (sent * 1000) / rate
    while (performance.now() < due) await delay(1)
    waiting.push(
      send(agent, url, requests[sent % requests.length]).then((answered) => {
        times.push(performance.now() - due)
        if (!answered) failed += 1
      }),
    )
    if (waiting.length > 2 * rate) await Promise.all(waiting.splice(0, rate))
  }
  await Promise.all(waiting)
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] * 10) / 10
  return { answered: times.length - failed, failed, p50: at(0.5), p99: at(0.99), longest: at(1) }
}

/** Whether it was answered well. */
function send(agent, url, { path, method, headers, body }) {
  return new Promise((resolve) => {
    const asking = request(url + path, { agent, method, headers, timeout: 10_000 }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode < 400))
    })
    asking.on('error', () => resolve(false))
    asking.on('timeout', () => asking.destroy())
    asking.end(body)
  })
}
