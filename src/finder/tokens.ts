/**
 * A text as words that can be compared, each with its phonetic key.
 *
 * @example
 * normalise('¿HUESOS?') // 'huesos'
 * normalise("can't  pee!!") // 'cant pee'
 * tokenize('Chemo?') // [{ text: 'chemo', key: 'kemo' }]
 */
import { phoneticKey } from './phonetic-key.ts'

export interface Token {
  /** Normalised. */
  readonly text: string
  readonly key: string
}

export function tokenize(text: string): readonly Token[] {
  return toTokens(normalise(text))
}

export function toTokens(normalised: string): readonly Token[] {
  return normalised === '' ? [] : normalised.split(' ').map((text) => ({ text, key: phoneticKey(text) }))
}

/** Without case, accents, width, punctuation or emoji; digits of any script as 0 to 9. */
export function normalise(text: string): string {
  // Most English texts are plain ASCII and need none of Unicode's tables, which take two thirds of the time.
  if (!/[^\n -~]/.test(text))
    return text
      .replace(/['`]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9*#]+/g, ' ')
      .trim()
  return (
    text
      .normalize('NFKD')
      // Accents, Arabic vowel marks and the nukta are often left out; vowel signs of Indic scripts are letters.
      // An apostrophe joins ("can't" and "cant" are one word); every other mark separates.
      .replace(/[\u0300-\u036f\u064b-\u065f\u093c'’ʼ`´]/gu, '')
      .replace(/\p{Nd}/gu, asciiDigit)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}*#]+/gu, ' ')
      .trim()
  )
}

/** Decimal digits stand in runs of ten in Unicode; each run begins at its zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
