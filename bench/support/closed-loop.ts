/** Requests as fast as they are answered, over connections that each have people of their own. */
import autocannon, { type Request } from 'autocannon'
import type { Server } from './servers.ts'

export interface Throughput {
  /** Answers a second. */
  readonly rate: number
  readonly answered: number
  /** In milliseconds, as is the next. */
  readonly p50: number
  readonly p99: number
  /** Processor time of the server, all together. */
  readonly microseconds: number
}

/** Rejects where a request fails. */
export async function driveClosed(
  server: Server,
  requests: readonly Request[],
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<Throughput> {
  const before = server.microseconds()
  const share = requests.length / connections
  let client = 0
  const {
    requests: sent,
    latency,
    non2xx,
    errors,
  } = await autocannon({
    url: server.url,
    connections,
    duration: seconds,
    setupClient(connection) {
      const first = client++ * share
      connection.setRequests(requests.slice(first, first + share))
    },
  })
  if (non2xx + errors > 0) throw new Error(`${server.url} failed ${non2xx + errors} requests`)
  return {
    rate: sent.average,
    answered: sent.total,
    p50: latency.p50,
    p99: latency.p99,
    microseconds: server.microseconds() - before,
  }
}
