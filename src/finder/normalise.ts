/**
 * Words as they are compared: without case, accents, width, punctuation or emoji; digits of any script as 0 to 9.
 *
 * @example
 * normalise('¿HUESOS?') // 'huesos'
 * normalise("can't  pee!!") // 'cant pee'
 */
export function normalise(words: string): string {
  // What most English texts are written in needs none of Unicode's tables: two thirds of the time.
  if (!/[^\n -~]/.test(words))
    return words
      .replace(/['`]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9*#]+/g, ' ')
      .trim()
  return (
    words
      .normalize('NFKD')
      // Accents, Arabic vowel marks and the nukta are often left out; vowel signs of Indic scripts are letters.
      // An apostrophe joins ("can't" and "cant" are one word); every other mark parts.
      .replace(/[\u0300-\u036f\u064b-\u065f\u093c'’ʼ`´]/gu, '')
      .replace(/\p{Nd}/gu, asciiDigit)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}*#]+/gu, ' ')
      .trim()
  )
}

/** Decimal digits stand in runs of ten in Unicode, each run beginning at its zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) as number
  if (code < 0x80) return digit
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
