/**
 * Names a text by its words, so that a signature knows what was signed.
 *
 * @example
 * hashOfText('Bones') // '1d2ae8bd2f3e'
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Two of a million texts have the same 48 bits once in 500 lines. */
const DIGITS = 12

/** The first digits of its SHA-256 as UTF-8, composed (NFC): an editor that takes accents apart changes no word. */
export function hashOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.normalize('NFC')))).slice(0, DIGITS)
}
