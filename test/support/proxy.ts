/**
 * A cable to a database that can be made slow, silent or cut.
 *
 * @example
 * const proxy = await startProxy(await postgres.database('counts'))
 * proxy.become('slow')
 */
import { connect, createServer, type Socket } from 'node:net'

/** `silent` swallows what is sent; `cut` ends connections and lets none in. */
export type Cable = 'sound' | 'slow' | 'silent' | 'cut'

/** How a cable breaks: `end` after the answer is through, `reset` and `stall` in its place. */
export type Break = 'end' | 'reset' | 'stall'

export interface Proxy {
  /** The address of the database by this cable. */
  readonly url: string
  become(cable: Cable): void
  /** Ends the next connection on which a transaction is committed, once that is done and before its answer has come back. */
  cutAtCommit(): void
  /** Breaks one connection, once, at an answer: the first is 1. */
  breakAt(answer: number, how: Break): void
  /** How often either has happened. */
  cuts(): number
  stop(): void
}

/** How long a slow cable keeps each answer. */
const SLOW_MS = 5000

export async function startProxy(target: string): Promise<Proxy> {
  const url = new URL(target)
  const { port, hostname } = url
  const sockets = new Set<Socket>()
  let cable: Cable = 'sound'
  let cutting = false
  let cuts = 0
  let answers = Number.POSITIVE_INFINITY
  let breakAs: Break = 'end'
  const join = (client: Socket, upstream: Socket) => {
    let committing = false
    let stalled = false
    const pass = (data: Buffer) => {
      if (!client.destroyed) client.write(data)
    }
    client.on('data', (data) => {
      committing ||= cutting && /\bcommit\b/i.test(data.toString('latin1'))
      if (cable !== 'silent') upstream.write(data)
    })
    upstream.on('data', (data) => {
      answers -= 1
      if (answers === 0) {
        cuts += 1
        if (breakAs === 'end') client.end(data)
        if (breakAs === 'reset') client.resetAndDestroy()
        stalled = breakAs === 'stall'
        if (!stalled) upstream.destroy()
      } else if (stalled) return
      else if (committing) {
        cutting = false
        cuts += 1
        client.destroy()
      } else if (cable === 'slow') setTimeout(pass, SLOW_MS, data)
      else if (cable === 'sound') pass(data)
    })
    const pair = [client, upstream] as const
    for (const socket of pair) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket)
          for (const other of pair) other.destroy()
        })
    }
  }
  const server = createServer((client) => {
    if (cable === 'cut') return void client.destroy()
    join(client, connect(Number(port), hostname))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url.port = String(typeof address === 'object' && address ? address.port : 0)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    become(next) {
      cable = next
      if (cable === 'cut') cut()
    },
    cutAtCommit() {
      cutting = true
    },
    breakAt(answer, how) {
      answers = answer
      breakAs = how
    },
    cuts: () => cuts,
    stop() {
      cut()
      server.close()
    },
  }
}
