/**
 * Graceful shutdown of an HTTP server: it accepts no new connection, answers every request that has begun, and closes
 * each connection as soon as it is idle. After the timeout it closes the connections that are left.
 *
 * @example
 * await closeGracefully(server, 5000)
 */
import type { Server } from 'node:http'

/** How often idle connections are closed: keep-alive leaves one open after its last answer. */
const CLOSE_IDLE_MS = 50

export async function closeGracefully(server: Server, timeoutMs: number): Promise<void> {
  const closing = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_MS)
  const timeout = setTimeout(() => server.closeAllConnections(), timeoutMs)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(closing)
  clearTimeout(timeout)
}
