/** The texts of nodes name the emergency number only, and each part does so in every language or in none. */
import type { Draft } from '../line/draft.ts'
import { type Check, listPlaceholders, nodeTexts, partsOf, placeholdersIn } from './check.ts'

/** The emergency number of the caller's country. */
const ALLOWED = 'emergency'

export const checkPlaceholders: Check<Draft> = function* (draft) {
  const [reference = ''] = draft.flow.settings.data.locales
  for (const { slug, text, issue } of nodeTexts(draft)) {
    const original = draft.locales[reference]?.nodes[slug]?.data
    for (const { channel, part, words } of partsOf(text)) {
      const names = placeholdersIn(words)
      for (const name of names)
        if (name !== ALLOWED)
          yield issue(
            'unknown-placeholder',
            [channel, part],
            `{{${name}}} is not known here. Only {{${ALLOWED}}} is.`,
          )
      const [there, here] = [placeholdersIn(original?.[channel][part] ?? words), names].map(listPlaceholders)
      if (there !== here)
        yield issue(
          'placeholder-differs',
          [channel, part],
          `The placeholders differ from those of locales/${reference}: ${there} there, ${here} here.`,
        )
    }
  }
}
