/**
 * The plural forms of a language that menus can need.
 *
 * @example
 * pluralForms('es') // ['one', 'other']
 * pluralForms('vi') // ['other']
 */

/** Choices of a menu. */
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8]

export function pluralForms(locale: string): readonly string[] {
  const rules = new Intl.PluralRules(locale)
  return [...new Set(COUNTS.map((count) => rules.select(count)))]
}

/** Whether the runtime knows the plural forms of a language; of another it takes those of the machine's own language. */
export function hasPlurals(tag: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf([tag]).length > 0
  } catch {
    return false
  }
}
