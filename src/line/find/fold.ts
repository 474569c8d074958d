/**
 * A word as it sounds, roughly, so that it is found however it is spelt: in English and Spanish people write k for ch,
 * c or qu, b for v, s for z and c, y for ll, leave out h, and double letters or do not.
 *
 * @example
 * fold('chemo') === fold('kemo')
 * fold('hospice') === fold('hospise')
 * fold('vomito') === fold('bomito')
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ch|qu(?=[ei])|q/g, 'k'],
  [/ph/g, 'f'],
  [/c(?=[eiy])|z/g, 's'],
  [/c/g, 'k'],
  [/v/g, 'b'],
  [/ll/g, 'y'],
  [/h/g, ''],
  [/y/g, 'i'],
  // Digits are not letters: 911 is not 91.
  [/(\D)\1+/g, '$1'],
]

export function fold(word: string): string {
  return SOUNDS.reduce((sound, [from, to]) => sound.replace(from, to), word) || word
}
