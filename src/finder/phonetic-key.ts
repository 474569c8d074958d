/**
 * The phonetic key of a word: words that sound alike have the same key, however they are spelt. The languages of the line name the
 * letters that sound alike (`sounds` in `locale.json`); double letters count once in every language.
 *
 * @example
 * const keyOf = createPhoneticKey({ c: 'k', ch: 'k', 'c(eiy)': 's', h: '' })
 * keyOf('chemo') === keyOf('kemo')
 * keyOf('hospice') === keyOf('hospise')
 */

/** By letters, what they sound like; letters in brackets must follow: `c(eiy)` is a c before e, i or y. */
export type Sounds = Readonly<Record<string, string>>

/** "xxxx" is no word, and not the X of X-ray. */
const ONE_LETTER = /^(.)\1{2,}$/

/** The key is that of a normalised word. */
export function createPhoneticKey(sounds: Sounds): (word: string) => string {
  const rules = Object.entries(sounds)
    .map(([written, sound]) => {
      const [, letters = '', before = ''] = /^([^(]*)(?:\((.*)\))?$/.exec(written) ?? []
      return { letters, before, sound }
    })
    // The longest letters first, and of the same ones those that need others after them.
    .sort(
      (one, other) => other.letters.length - one.letters.length || other.before.length - one.before.length,
    )
  const pattern = rules.map(({ letters, before }) => `(${letters}${before && `(?=[${before}])`})`).join('|')
  const written = pattern && new RegExp(pattern, 'gu')
  const spell = (...[, ...groups]: readonly (string | undefined)[]) =>
    rules[groups.findIndex((group) => group !== undefined)]?.sound ?? ''
  return (word) => {
    if (ONE_LETTER.test(word)) return word
    // Digits are not letters: 911 is not 91.
    const key = (written ? word.replace(written, spell) : word).replace(/(\D)\1+/g, '$1')
    return key || word
  }
}
