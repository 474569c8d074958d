/**
 * Standard output, for a log that may fail: one whose disk is full, or whose reader has stopped reading, ends no server
 * and holds none up.
 *
 * @example
 * const output = openLogOutput()
 * const log = createLog('info', output.stream)
 * await output.close()
 */
import { setTimeout as delay } from 'node:timers/promises'
import { type DestinationStream, pino } from 'pino'

export interface LogOutput {
  readonly stream: DestinationStream
  /** Writes what waits, as far as that goes. */
  close(): Promise<void>
}

/** What waits in memory while it cannot be written, in bytes; more is dropped. */
const MOST_WAITING = 1024 * 1024
const CLOSE_MS = 1000

export function openLogOutput(): LogOutput {
  const stream = pino.destination({ dest: 1, maxLength: MOST_WAITING })
  for (const output of [stream, process.stdout]) output.on('error', () => {})
  return {
    stream,
    async close() {
      await Promise.race([new Promise((resolve) => stream.flush(resolve)), delay(CLOSE_MS)])
      // One that is not destroyed tries until it succeeds when the process ends, if for ever.
      stream.destroy()
    },
  }
}
