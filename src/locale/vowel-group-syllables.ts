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

/** The first vowel of a group begins a syllable, and so does each vowel in hiatus with the one before it. */
const SYLLABLE = /(?<![aeiouáéíóúü])[aeiouáéíóúü]|(?<=[aeoáéíóú])[aeoáéíóú]/g

export function vowelGroupSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(SILENT_U, '')
    // A final y is a vowel: "muy", "hay".
    .replace(/y$/, 'i')
  return Math.max(1, letters.match(SYLLABLE)?.length ?? 0)
}
