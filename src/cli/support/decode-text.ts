/**
 * Reads the bytes of a table that a spreadsheet has saved: UTF-8 or UTF-16 by their marks, or Windows' western encoding where every
 * letter that it then has is one of the language.
 *
 * @example
 * decodeText(bytes, 'áéíóúñ¿¡') // { ok: true, value: 'key;text\r\n…' }
 */
import type { Result } from '../../authored/result.ts'

/**
 * What windows-1252, the encoding of a western Windows, has at 80 to 9F (WHATWG Encoding); elsewhere it is Latin-1. The decoder of Node 20
 * takes it for Latin-1 altogether.
 */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** `known` has the letters of the language and of its source. */
export function decodeText(bytes: Uint8Array, known: string): Result<string> {
  const [first, second] = bytes
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined
  if (marked) return { ok: true, value: new TextDecoder(marked).decode(bytes) }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // Half of the bytes of UTF-16 are zero in most alphabets.
    if (!text.includes('\0')) return { ok: true, value: text }
    const encoding = bytes[0] === 0 ? 'utf-16be' : 'utf-16le'
    return { ok: true, value: new TextDecoder(encoding).decode(bytes) }
  } catch {
    const text = decodeWestern(bytes)
    const letters = new Set(known)
    const strange = [...new Set(text)].filter((letter) => letter > '~' && !letters.has(letter))
    if (strange.length === 0 && isWestern(known)) return { ok: true, value: text }
    return {
      ok: false,
      problems: [
        'The file is not saved as UTF-8, and its letters cannot be told from others. Save it in your spreadsheet as "CSV UTF-8", and look at its accents.',
      ],
    }
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
