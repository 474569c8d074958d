/**
 * Twilio's voice webhooks: the form of a step as an event (a key, speech, the end of a call we connected, or silence), and
 * the form of a call that has ended.
 *
 * @example
 * readVoiceEvent((field) => ({ Digits: '1' })[field]) // { kind: 'key', key: '1' }
 */
import type { UserEvent } from '../line/event.ts'

type EventForm = (field: 'Digits' | 'SpeechResult' | DialField) => string | undefined
type DialField = 'DialCallStatus' | 'DialCallDuration' | 'DialBridged'
type StatusForm = (field: 'CallStatus' | 'CallDuration') => string | undefined

/** The keys of a telephone; A to D are on few. */
const KEYS = /^[0-9A-D*#]+$/
const ENDS = ['completed', 'busy', 'failed', 'no-answer', 'canceled']
/** A shorter call, in seconds, is a voicemail or a recorded sentence. */
const SHORTEST_TALK = 10
/** A person who is asked whether they take the call (screen.ts) is asked no longer. */
const LONGEST_SCREEN = 30
/** Upper ends of the bands in which lengths of calls are counted, in seconds. */
const BANDS = [10, 30, 60, 120, 300, 600, 1800]

/** What the person did at the last step. A webhook with neither key nor words is an unanswered `<Gather>`. */
export function readVoiceEvent(form: EventForm): UserEvent {
  const dialled = form('DialCallStatus')
  if (dialled !== undefined) return { kind: 'dialled', answered: isAnswered(form) }
  const keys = form('Digits')
  if (keys && KEYS.test(keys)) return { kind: 'key', key: keys }
  const words = form('SpeechResult')
  if (words?.trim()) return { kind: 'speech', words }
  return { kind: 'silence' }
}

/**
 * "completed" is also the status of a call that a voicemail took. `DialBridged` says whether the caller was connected; a provider
 * that does not send it says only how long the call was.
 */
function isAnswered(form: (field: DialField) => string | undefined): boolean {
  const bridged = form('DialBridged')
  const shortest = bridged === 'true' ? SHORTEST_TALK : LONGEST_SCREEN
  const isLong = Number(form('DialCallDuration') ?? Number.POSITIVE_INFINITY) >= shortest
  return ['completed', 'answered'].includes(form('DialCallStatus') ?? '') && bridged !== 'false' && isLong
}

export function hasEnded(form: StatusForm): boolean {
  const status = form('CallStatus')
  return status === undefined || ENDS.includes(status)
}

/** @example lengthBand(form) // '30-60', of a call of 45 seconds */
export function lengthBand(form: StatusForm): string {
  const seconds = Number(form('CallDuration'))
  if (!Number.isFinite(seconds) || seconds < 0) return 'unknown'
  const upper = BANDS.findIndex((limit) => seconds < limit)
  return upper < 0 ? `${BANDS.at(-1)}-` : `${BANDS[upper - 1] ?? 0}-${BANDS[upper]}`
}
