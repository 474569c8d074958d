/**
 * The operator's log: lines of JSON without anything that identifies a caller or quotes one.
 *
 * @example
 * const output = openLogOutput()
 * const log = createLog('info', output.stream)
 * log.info({ requestId, route: '/voice', status: 200 }, 'request')
 * await output.close()
 */
import { once } from 'node:events'
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
  let isBroken = false
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    // From then on pino writes nothing, and ends nothing.
    isBroken ||= code === 'EPIPE'
  })
  return {
    stream,
    /** Writes the buffered lines, as far as the output accepts them within a second. Gives false if a write still hangs. */
    async close(): Promise<boolean> {
      if (isBroken) return true
      // An output that takes nothing more, such as a full disk, ends the stream as well.
      const ended = once(stream, 'close').then(
        () => true,
        () => true,
      )
      // Not `flush`, which returns at once where a stream writes each line as it comes.
      stream.end()
      const isInTime = await Promise.race([ended, delay(CLOSE_MS, false)])
      // Without this, pino retries the write at exit until it succeeds, even forever.
      stream.destroy()
      return isInTime
    },
  }
}
