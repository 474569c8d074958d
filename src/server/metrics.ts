/**
 * Metrics of a server on Node, in Prometheus' text format (docs/operations.md explains each).
 *
 * @example
 * const metrics = createMetrics(usage)
 * metrics.observeRequest({ requestId, method: 'POST', route: '/voice', status: 200, ms: 1.4 })
 * await metrics.text() // 'plainline_request_seconds_count{method="POST",route="/voice",status="200"} 1\n…'
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { BufferedRecorder } from '../usage/recorder.ts'
import type { RequestRecord } from '../web/request-log.ts'

/** Seconds. An answer takes milliseconds; Twilio's timeout is 15 seconds (docs/design/twilio.md 1). */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 15]

export function createMetrics(usage: Pick<BufferedRecorder, 'waiting' | 'failures'>) {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'plainline_request_seconds',
    help: 'Requests, and how long they took to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const errors = new Counter({
    name: 'plainline_errors_total',
    help: 'Errors of ours: somebody may have got an apology',
    registers,
  })
  const heldBack = new Counter({
    name: 'plainline_replies_held_back_total',
    help: 'Texts that got no answer: their number has had enough, or the line has sent its most',
    labelNames: ['by'],
    registers,
  })
  new Gauge({
    name: 'plainline_tallies_waiting',
    help: 'Counters in memory that are not known to be in the database',
    registers,
    collect() {
      this.set(usage.waiting())
    },
  })
  new Counter({
    name: 'plainline_store_errors_total',
    help: 'Times that the database could not be written',
    registers,
    collect() {
      this.reset()
      this.inc(usage.failures())
    },
  })
  return {
    observeRequest: ({ method, route, status, ms }: RequestRecord) =>
      requests.observe({ method, route, status }, ms / 1000),
    countError: () => errors.inc(),
    countHeldBack: (by: 'number' | 'line') => heldBack.inc({ by }),
    text: () => register.metrics(),
  }
}
