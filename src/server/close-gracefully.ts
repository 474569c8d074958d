/**
 * Graceful shutdown of an HTTP server: for a while it goes on to answer, because whatever sends it requests needs that time to
 * stop; then it accepts no new connection, answers every request that has begun, and closes each connection as soon as it
 * is idle. After the timeout it closes the connections that are left.
 *
 * @example
 * await closeGracefully(server, { drainMs: 3000, timeoutMs: 4000 })
 */
import type { Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** How often idle connections are closed: keep-alive leaves one open after its last answer. */
const CLOSE_IDLE_MS = 50

/** `timeoutMs` counts from the beginning, as `drainMs` does. */
export async function closeGracefully(
  server: Server,
  { drainMs, timeoutMs }: { readonly drainMs: number; readonly timeoutMs: number },
): Promise<void> {
  // The client sends its next request on a new connection, which reaches another server if there is one.
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  const timeout = setTimeout(() => server.closeAllConnections(), timeoutMs)
  if (drainMs > 0) await delay(drainMs)
  const closing = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_MS)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(closing)
  clearTimeout(timeout)
}
