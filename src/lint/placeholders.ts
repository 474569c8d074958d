/** The texts of nodes name the emergency number only, and each part does so in every language or in none. */
import type { Draft } from '../line/draft.ts'
import { type Check, listPlaceholders, placeholdersIn, translatedParts } from './check.ts'

/** The emergency number of the caller's country. */
const ALLOWED = 'emergency'

export const checkPlaceholders: Check<Draft> = function* (draft) {
  for (const { reference, path, words, original, issue } of translatedParts(draft)) {
    const names = placeholdersIn(words)
    for (const name of names)
      if (name !== ALLOWED)
        yield issue('unknown-placeholder', path, `{{${name}}} is not known here. Only {{${ALLOWED}}} is.`)
    const [there, here] = [placeholdersIn(original), names].map(listPlaceholders)
    if (there !== here)
      yield issue(
        'placeholder-differs',
        path,
        `The placeholders differ from those of locales/${reference}: ${there} there, ${here} here.`,
      )
  }
}
