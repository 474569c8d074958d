/**
 * Twilio's voice webhook as an input: a key, speech, the end of a call we connected, or silence.
 *
 * @example
 * readCall({ Digits: '1', FromCountry: 'US', To: '+15550100' }) // { deed: { kind: 'key', key: '1' }, … }
 */
import type { Deed } from '../line/input.ts'

/** A parsed form; a field sent more than once has its last value. */
export type Form = Readonly<Record<string, string>>

/** The keys of a telephone; A to D are on few. */
const KEYS = /^[0-9A-D*#]+$/

/** What the person did at the last step. A webhook with neither key nor words is an unanswered `<Gather>`. */
export function readDeed(form: Form): Deed {
  const { Digits: keys, SpeechResult: words, DialCallStatus: dialled } = form
  if (dialled !== undefined)
    return { kind: 'dialled', answered: dialled === 'completed' || dialled === 'answered' }
  if (keys && KEYS.test(keys)) return { kind: 'key', key: keys }
  if (words?.trim()) return { kind: 'speech', words }
  return { kind: 'silence' }
}
