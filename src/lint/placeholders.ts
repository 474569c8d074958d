/**
 * The texts of nodes tell a danger by its warning: a topic that words it in its own way would say another thing than the next one.
 * Warnings and rules name the emergency number. Each part has the same placeholders in every language.
 */
import { nearest } from '../authored/did-you-mean.ts'
import type { Draft } from '../line/draft.ts'
import { type Check, listPlaceholders, placeholdersIn, translatedParts } from './check.ts'

/** The crisis line of the caller's country, within a sentence. */
const CRISIS = 'crisis'
const EMERGENCY = 'emergency'
const WARNING = 'warning.'

export const checkPlaceholders: Check<Draft> = function* (draft) {
  for (const { locale, path, words, original, issue, differs } of translatedParts(draft)) {
    const warnings = Object.keys(draft.locales[locale]?.warnings.data ?? {})
    const known = [CRISIS, ...warnings.map((warning) => WARNING + warning)]
    const names = placeholdersIn(words)
    for (const name of names) {
      if (known.includes(name)) continue
      const near = nearest(name, [EMERGENCY, ...known])
      if (near === EMERGENCY)
        yield issue(
          'own-warning',
          path,
          `A topic tells a danger by its warning, such as {{${WARNING}${warnings[0]}}} (warnings.json): every topic then says the same. Use one, or add one.`,
        )
      else
        yield issue(
          'unknown-placeholder',
          path,
          `{{${name}}} is not known here. ${near === undefined ? `These are: ${listPlaceholders(known)}.` : `Did you mean ${listPlaceholders([near])}?`}`,
        )
    }
    const [there, here] = [placeholdersIn(original), names].map(listPlaceholders)
    if (there !== here) yield differs('placeholder-differs', 'placeholders', there ?? '', here ?? '')
  }
}
