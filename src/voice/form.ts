/**
 * Twilio's voice webhook as an event: a key, speech, the end of a call we connected, or silence.
 *
 * @example
 * readDeed((field) => ({ Digits: '1' })[field]) // { kind: 'key', key: '1' }
 */
import type { UserEvent } from '../line/event.ts'

/** What a field of the form holds. */
type Form = (field: 'Digits' | 'SpeechResult' | 'DialCallStatus') => string | undefined

/** The keys of a telephone; A to D are on few. */
const KEYS = /^[0-9A-D*#]+$/

/** What the person did at the last step. A webhook with neither key nor words is an unanswered `<Gather>`. */
export function readVoiceEvent(form: Form): UserEvent {
  const dialled = form('DialCallStatus')
  if (dialled !== undefined)
    return { kind: 'dialled', answered: dialled === 'completed' || dialled === 'answered' }
  const keys = form('Digits')
  if (keys && KEYS.test(keys)) return { kind: 'key', key: keys }
  const words = form('SpeechResult')
  if (words?.trim()) return { kind: 'speech', words }
  return { kind: 'silence' }
}
