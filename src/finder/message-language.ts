/**
 * Which of the line's languages a message is in, by the words that their examples have.
 *
 * @example
 * messageLanguage(finder, tokenize('me duelen los huesos', spelling), 'en') // 'es'
 */
import { type OpenClassifier, tellingOf } from './classifier.ts'
import type { Finder } from './finder.ts'
import type { Token } from './tokens.ts'

/** In letters. */
const SHORTEST_TELLING = 4
/** So much more must speak for another language than for the current one. */
const CURRENT_LEAD = 1.2

/** The language whose examples have its words most often; of words that several have as often, the current one. */
export function messageLanguage({ meanings }: Finder, message: readonly Token[], current: string): string {
  let best = current
  let most = CURRENT_LEAD * commonness(meanings.get(current), message)
  // So short words alone may be of any language.
  if (most > 0 && message.every(({ key }) => key.length < SHORTEST_TELLING)) return current
  for (const [locale, model] of meanings) {
    const common = locale === current ? 0 : commonness(model, message)
    if (common > most) [best, most] = [locale, common]
  }
  return best
}

/** The less telling a word is in a language, the more often that language has it. */
function commonness(
  model: { readonly topics: OpenClassifier } | undefined,
  message: readonly Token[],
): number {
  let sum = 0
  for (const { key } of message) {
    const telling = model ? tellingOf(model.topics, key) : 0
    if (telling > 0) sum += key.length / telling
  }
  return sum
}
