/**
 * The second half of `own-warning`: a part that asks to act at once upon the signs of a danger tells that danger by its warning, not
 * in words of its own. Key words of each danger (`signs.json`) find it, so this asks, and does not know.
 */
import { issueIn } from '../authored/issue.ts'
import { PLAIN_SPELLING } from '../finder/spelling.ts'
import { normalise } from '../finder/tokens.ts'
import type { Draft } from '../line/draft.ts'
import { CHANNELS, type Check, holdsKeyWord, nodeTexts, PLACEHOLDER, placeholdersIn } from './check.ts'

export const checkDangers: Check<Draft> = function* (draft) {
  for (const [locale, { signs, warnings }] of Object.entries(draft.locales))
    for (const name of Object.keys(signs.data.signs))
      if (!Object.hasOwn(warnings.data, name))
        yield issueIn(signs.source, { locale })(
          'extra-text',
          ['signs', name],
          `There is no warning "${name}" in warnings.json. Remove its signs, or correct the name.`,
        )
  for (const { locale, text, issue } of nodeTexts(draft)) {
    const { urgent = [], signs = {} } = draft.locales[locale]?.signs.data ?? {}
    for (const channel of CHANNELS)
      for (const [part, words] of Object.entries(text[channel])) {
        const told = placeholdersIn(words)
        // An emergency number of its own is reported already.
        if (told.includes('emergency')) continue
        const own = ` ${normalise(words.replace(PLACEHOLDER, ' '), PLAIN_SPELLING)}`
        if (!urgent.some((each) => holdsKeyWord(own, each))) continue
        for (const [warning, keyWords] of Object.entries(signs))
          if (!told.includes(`warning.${warning}`) && keyWords.every((each) => holdsKeyWord(own, each)))
            yield issue(
              'danger-without-warning',
              [channel, part],
              `This seems to tell the danger "${warning}" in words of its own. Tell it by {{warning.${warning}}}, so that every topic says the same.`,
              'warning',
            )
      }
  }
}
