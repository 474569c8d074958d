/**
 * Words lead to one place, and the place says them: an everyday phrase stands at one node only, and a topic says the keyword that
 * is printed for it, or a person who texts it would think that the answer is about something else.
 */
import { PLAIN_SPELLING } from '../finder/spelling.ts'
import { normalise } from '../finder/tokens.ts'
import type { Draft } from '../line/draft.ts'
import { withWarnings } from '../locale/warnings.ts'
import { CHANNELS, type Check, nodeTexts, spellingOf } from './check.ts'

const SHORTEST_STEM = 4
const LONGEST_ENDING = 2

export const checkEverydayWords: Check<Draft> = function* (draft) {
  yield* sharedPhrases(draft)
  yield* keywordsNotSaid(draft)
}

function* sharedPhrases(draft: Draft) {
  const owners = new Map<string, { readonly slug: string; readonly locale: string }>()
  const spelling = spellingOf(draft)
  for (const { locale, slug, text, issue } of nodeTexts(draft))
    for (const [index, words] of text.phrases.entries()) {
      const phrase = normalise(words, spelling)
      const owner = owners.get(phrase)
      if (owner && owner.slug !== slug)
        yield issue(
          'phrase-shared',
          ['phrases', index],
          `"${words}" stands at "${owner.slug}" already (${owner.locale}). Keep it where it belongs most.`,
          'warning',
        )
      else owners.set(phrase, { slug, locale })
    }
}

function* keywordsNotSaid(draft: Draft) {
  for (const { locale, slug, text, issue } of nodeTexts(draft)) {
    const [keyword] = text.keywords
    if (keyword === undefined || draft.flow.nodes[slug]?.data.kind !== 'topic') continue
    const warnings = draft.locales[locale]?.warnings.data ?? {}
    const parts = CHANNELS.flatMap((channel) =>
      Object.values(text[channel]).map((part) => withWarnings(part, warnings, channel)),
    )
    if (!closedUp([text.title, text.label, ...parts].join(' ')).includes(stemOf(keyword)))
      yield issue(
        'keyword-not-said',
        ['keywords', 0],
        `"${slug}" never says "${keyword}", which is printed for it. Say it in a part, or print another word first.`,
        'warning',
      )
  }
}

/** Without spaces, since a keyword is one word: "last days" says "lastdays". */
function closedUp(text: string): string {
  return normalise(text, PLAIN_SPELLING).replaceAll(' ', '')
}

/** Without its ending: "ovaries" says "ovary". */
function stemOf(keyword: string): string {
  const word = closedUp(keyword)
  return word.slice(0, Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING))
}
