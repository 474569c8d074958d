/**
 * The phonetic key of a word: words that sound alike have the same key, however they are spelt. In English and Spanish people
 * write k for ch, c or qu, b for v, s for z and c, and y for ll; they leave out h, and double letters or do not.
 *
 * @example
 * phoneticKey('chemo') === phoneticKey('kemo')
 * phoneticKey('hospice') === phoneticKey('hospise')
 * phoneticKey('vomito') === phoneticKey('bomito')
 */
const SOUNDS: ReadonlyMap<string, string> = new Map([
  ['ch', 'k'],
  ['qu', 'k'],
  ['q', 'k'],
  ['c', 'k'],
  ['ph', 'f'],
  ['v', 'b'],
  ['ll', 'i'],
  ['y', 'i'],
  ['h', ''],
])

/** "xxxx" is no word, and not the X of X-ray. */
const ONE_LETTER = /^(.)\1{2,}$/

/** `word` is normalised. */
export function phoneticKey(word: string): string {
  if (ONE_LETTER.test(word)) return word
  const key = word
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/ch|qu(?=[ei])|q|c|ph|v|ll|y|h/g, (letters) => SOUNDS.get(letters) ?? letters)
    // Digits are not letters: 911 is not 91.
    .replace(/(\D)\1+/g, '$1')
  return key || word
}
