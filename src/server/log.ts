/**
 * The operator's log: lines of JSON that leave out whatever would tell who called, or what they said.
 *
 * @example
 * const log = createLog('info', process.stdout)
 * log.info({ requestId, route: '/voice', status: 200 }, 'request')
 */
import { type DestinationStream, type Logger, pino } from 'pino'

/** Fields of Twilio's that tell who called or what they said. None is logged; should one come to be, it is left out. */
const PRIVATE = [
  ...['From', 'To', 'Caller', 'Called', 'CallerName', 'ForwardedFrom', 'ProfileName', 'WaId', 'Body'],
  ...['SpeechResult', 'Digits', 'CallSid', 'MessageSid', 'form', 'cookie', 'authorization'],
]

export function createLog(level: string, destination: DestinationStream): Logger {
  const paths = PRIVATE.flatMap((name) => [name, `*.${name}`])
  return pino({ level, base: null, redact: { paths, remove: true } }, destination)
}
