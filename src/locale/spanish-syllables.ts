/**
 * Syllables of a Spanish word, by the rule of the Ortografía: each syllable has one vowel group; two strong vowels,
 * or a strong vowel and a stressed weak one (`í`, `ú`), part.
 *
 * @example
 * spanishSyllables('cáncer') // 2
 * spanishSyllables('todavía') // 4
 * spanishSyllables('guerra') // 2
 */
const SILENT_U = /(?<=[qg])u(?=[eiéí])/g

export function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(SILENT_U, '')
    // A final y sounds as a vowel: "muy", "hay".
    .replace(/y$/, 'i')
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? []
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + vowelGroupSyllables(group), 0),
  )
}

/** Counts the vowels of a group that begin a syllable of their own. */
function vowelGroupSyllables(group: string): number {
  let count = 1
  for (let index = 1; index < group.length; index += 1) {
    const [before = '', vowel = ''] = [group[index - 1], group[index]]
    if (partsFrom(before, vowel)) count += 1
  }
  return count
}

function partsFrom(before: string, vowel: string): boolean {
  const open = (letter: string) => 'aeoáéóíú'.includes(letter)
  return open(before) && open(vowel)
}
