/**
 * Reads the bytes of a table that a spreadsheet has saved: UTF-8, UTF-16, or Windows' western encoding where every
 * letter that it then has is one of the language.
 *
 * @example
 * decodeText(bytes, 'áéíóúñ¿¡') // { ok: true, value: 'key;text\r\n…' }
 */
import { type Result, refused } from '../../authored/result.ts'

/**
 * What windows-1252, the encoding of a western Windows, has at 80 to 9F (WHATWG Encoding); elsewhere it is Latin-1. The decoder of Node 20
 * takes it for Latin-1 altogether.
 */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** `known` has the letters of the language and of its source. */
export function decodeText(bytes: Uint8Array, known: string): Result<string> {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  // Half of the bytes of UTF-16 are zero in a head of plain letters; in no other encoding of a table is one.
  if (isMarked || bytes.includes(0)) {
    const isBig = first === 0xfe || first === 0
    return { ok: true, value: new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(bytes) }
  }
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const text = decodeWestern(bytes)
    const letters = new Set(known)
    const strange = [...new Set(text)].filter((letter) => letter > '~' && !letters.has(letter))
    if (strange.length === 0 && isWestern(known)) return { ok: true, value: text }
    return refused(
      'The file is not saved as UTF-8, and its letters cannot be told from others. Save it in your spreadsheet as "CSV UTF-8", and look at its accents.',
    )
  }
}

/** Whether that encoding has all letters of the language: otherwise it was saved in another one. */
function isWestern(letters: string): boolean {
  const western = new Set(decodeWestern(Uint8Array.from({ length: 256 }, (_, byte) => byte)))
  return [...letters].every((letter) => !/\p{L}/u.test(letter) || western.has(letter))
}

function decodeWestern(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter)
}
