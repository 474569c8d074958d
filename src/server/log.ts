/**
 * The operator's log: lines of JSON without anything that identifies a caller or quotes one.
 *
 * @example
 * const output = openLogOutput()
 * const log = createLog('info', output.stream)
 * log.info({ requestId, route: '/voice', status: 200 }, 'request')
 * await output.close()
 */
import { setTimeout as delay } from 'node:timers/promises'
import { type DestinationStream, type Logger, pino } from 'pino'

/** Twilio's fields that identify a caller or quote one. The code logs none of them; redaction is a second guard. */
const PRIVATE = [
  ...['From', 'To', 'Caller', 'Called', 'CallerName', 'ForwardedFrom', 'ProfileName', 'WaId', 'Body'],
  ...['SpeechResult', 'Digits', 'CallSid', 'MessageSid', 'form', 'cookie', 'authorization'],
]

/** The buffer for lines that the output does not accept, in bytes; pino drops what is more. */
const MAX_BUFFER = 1024 * 1024
const CLOSE_MS = 1000

export function createLog(level: string, destination: DestinationStream): Logger {
  const paths = PRIVATE.flatMap((name) => [name, `*.${name}`])
  return pino({ level, base: null, redact: { paths, remove: true } }, destination)
}

/** Standard output. A full disk, or a reader that has stopped reading, neither ends nor delays the server. */
export function openLogOutput() {
  const stream = pino.destination({ dest: 1, maxLength: MAX_BUFFER })
  stream.on('error', () => {})
  return {
    stream,
    /** Writes the buffered lines, as far as the output accepts them within a second. */
    async close(): Promise<void> {
      await Promise.race([new Promise((resolve) => stream.flush(resolve)), delay(CLOSE_MS)])
      // Without this, pino retries the write at exit until it succeeds, even forever.
      stream.destroy()
    },
  }
}
