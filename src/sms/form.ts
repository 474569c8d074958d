/**
 * Twilio's messaging webhook as an event: words, or a picture or voice note without any.
 *
 * @example
 * readSmsEvent((field) => ({ Body: 'BONE', NumMedia: '0' })[field]) // { kind: 'text', words: 'BONE' }
 */
import type { UserEvent } from '../line/event.ts'

/** `form` tells what a field holds. */
export function readSmsEvent(form: (field: 'Body' | 'NumMedia') => string | undefined): UserEvent {
  const words = form('Body') ?? ''
  return words.trim() === '' && Number(form('NumMedia') ?? 0) > 0
    ? { kind: 'media' }
    : { kind: 'text', words }
}
