/**
 * Twilio's messaging webhook as an input: words, or a picture or voice note without any.
 *
 * @example
 * readMessage({ Body: 'BONE', NumMedia: '0' }) // { kind: 'text', words: 'BONE' }
 */
import type { Deed } from '../line/input.ts'

export function readMessage(form: { readonly Body?: string; readonly NumMedia?: string }): Deed {
  const { Body: words = '', NumMedia: media = '0' } = form
  return words.trim() === '' && Number(media) > 0 ? { kind: 'media' } : { kind: 'text', words }
}
