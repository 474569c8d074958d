/**
 * A word as it sounds, roughly, so that it is found however it is spelt: in English and Spanish people write k for ch,
 * c or qu, b for v, s for z and c, y for ll, leave out h, and double letters or do not.
 *
 * @example
 * fold('chemo') === fold('kemo')
 * fold('hospice') === fold('hospise')
 * fold('vomito') === fold('bomito')
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

export function fold(word: string): string {
  if (ONE_LETTER.test(word)) return word
  const sound = word
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/ch|qu(?=[ei])|q|c|ph|v|ll|y|h/g, soundOf)
    // Digits are not letters: 911 is not 91.
    .replace(/(\D)\1+/g, '$1')
  return sound || word
}

function soundOf(letters: string): string {
  return SOUNDS.get(letters) as string
}
