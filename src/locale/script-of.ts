/**
 * The script that most letters of a text are in, by its Unicode name.
 *
 * @example
 * scriptOf('Susan قالت نعم') // 'Arabic'
 */

const NAMES =
  'Latin Cyrillic Greek Arabic Hebrew Devanagari Bengali Gurmukhi Gujarati Tamil Telugu Kannada Malayalam Sinhala Thai Lao Khmer ' +
  'Myanmar Ethiopic Georgian Armenian Hangul Han Hiragana Katakana'
const SCRIPTS = NAMES.split(' ').map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'gu')] as const)

/** Undefined where it has no letter of any of them. */
export function scriptOf(text: string): string | undefined {
  let [best, most]: [string | undefined, number] = [undefined, 0]
  for (const [name, letters] of SCRIPTS) {
    const count = text.match(letters)?.length ?? 0
    if (count > most) [best, most] = [name, count]
  }
  return best
}
