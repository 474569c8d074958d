/**
 * Counts syllables by vowel groups, as INFLESZ does: each syllable has one vowel group; two strong vowels, or a strong
 * vowel and a stressed weak one (`í`, `ú`), are two syllables (RAE, Ortografía de la lengua española).
 *
 * @example
 * vowelGroupSyllables('cáncer') // 2
 * vowelGroupSyllables('todavía') // 4
 * vowelGroupSyllables('guerra') // 2
 */
const SILENT_U = /(?<=[qg])u(?=[eiéí])/g

export function vowelGroupSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(SILENT_U, '')
    // A final y is a vowel: "muy", "hay".
    .replace(/y$/, 'i')
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? []
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + syllablesOf(group), 0),
  )
}

/** The first vowel of a group begins a syllable, and so does each vowel in hiatus with the one before it. */
function syllablesOf(group: string): number {
  let count = 1
  for (let index = 1; index < group.length; index += 1) {
    const [before = '', vowel = ''] = [group[index - 1], group[index]]
    if (isHiatus(before, vowel)) count += 1
  }
  return count
}

function isHiatus(before: string, vowel: string): boolean {
  const isStrong = (letter: string) => 'aeoáéóíú'.includes(letter)
  return isStrong(before) && isStrong(vowel)
}
