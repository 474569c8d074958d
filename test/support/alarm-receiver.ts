/**
 * Whoever is told of an alarm: a real HTTP server on loopback.
 *
 * @example
 * const receiver = await receiveAlarms()
 * receiver.statuses.push(500) // the next answer
 * await receiver.next() // { path: '/hook', type: 'application/json', post: { kind: 'counts', text: '…' } }
 */
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly path: string | undefined
  readonly type: string | undefined
  readonly post: { readonly text: string; readonly kind: string }
}

export async function receiveAlarms() {
  const statuses: number[] = []
  const received: Received[] = []
  const waiting: ((one: Received) => void)[] = []
  const answer: RequestListener = async (request, response) => {
    const one = {
      path: request.url,
      type: request.headers['content-type'],
      post: JSON.parse(await text(request)),
    }
    const status = statuses.shift() ?? 200
    // 0: it takes what it is sent, and never answers.
    if (status > 0) response.writeHead(status, { location: '/elsewhere' }).end('ok')
    const waiter = waiting.shift()
    if (waiter) waiter(one)
    else received.push(one)
  }
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}/hook`,
    /** What it answers, in turn; then 200. */
    statuses,
    /** What was received and not asked for. */
    received,
    next: (): Promise<Received> => {
      const one = received.shift()
      return one ? Promise.resolve(one) : new Promise((resolve) => waiting.push(resolve))
    },
  }
}
