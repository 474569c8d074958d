/**
 * Twilio's messaging webhook as a deed: words, or a picture or voice note without any.
 *
 * @example
 * readMessage((field) => ({ Body: 'BONE', NumMedia: '0' })[field]) // { kind: 'text', words: 'BONE' }
 */
import type { Deed } from '../line/event.ts'

/** `form` tells what a field holds. */
export function readMessage(form: (field: 'Body' | 'NumMedia') => string | undefined): Deed {
  const words = form('Body') ?? ''
  return words.trim() === '' && Number(form('NumMedia') ?? 0) > 0
    ? { kind: 'media' }
    : { kind: 'text', words }
}
