/**
 * Ends a server without cutting anybody off: it takes no new connection, answers what has been asked, and closes each
 * connection as it falls idle. Who has not finished asking when the time is over is cut off.
 *
 * @example
 * await drain(server, 5000)
 */
import type { Server } from 'node:http'

/** Keep-alive would hold an answered connection open until its client is done with it. */
const TIDY_MS = 50

export async function drain(server: Server, patienceMs: number): Promise<void> {
  const tidying = setInterval(() => server.closeIdleConnections(), TIDY_MS)
  const patience = setTimeout(() => server.closeAllConnections(), patienceMs)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(tidying)
  clearTimeout(patience)
}
