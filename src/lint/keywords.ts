/** A word leads to one place only, is never a carrier's, and every node with a number has one in every locale. */
import { distance } from 'fastest-levenshtein'
import { issueIn, type MakeIssue, type Path } from '../authored/issue.ts'
import { CARRIER_WORDS } from '../finder/carrier-words.ts'
import { normalise } from '../finder/tokens.ts'
import type { Draft } from '../line/draft.ts'
import { type Check, nodeTexts } from './check.ts'

interface Keyword {
  readonly word: string
  readonly owner: string
  readonly locale: string
  readonly issue: MakeIssue
  readonly path: Path
  /** The first word of a list is shown to people, so one slip of the thumb must not make a carrier's word of it. */
  readonly printed: boolean
}

export const checkKeywords: Check<Draft> = function* (draft) {
  const owners = new Map<string, Keyword>()
  for (const keyword of keywordsOf(draft)) {
    const { word, owner, issue, path, printed } = keyword
    const key = normalise(word)
    const first = owners.get(key)
    if (CARRIER_WORDS.has(key) || (printed && isNearCarrierWord(key)))
      yield issue(
        'reserved-keyword',
        path,
        `"${word}" belongs to the phone carriers, or is one letter from a word that does: whoever texts that is cut off or answered by them. Choose another word.`,
      )
    else if (first && first.owner !== owner)
      yield issue(
        'keyword-shared',
        path,
        `"${word}" leads to "${first.owner}" already (${first.locale}). A word can lead to one place only.`,
      )
    else owners.set(key, keyword)
  }
  for (const { slug, text, issue } of nodeTexts(draft)) {
    const node = draft.flow.nodes[slug]?.data
    if (node && 'number' in node && text.keywords.length === 0)
      yield issue('missing-keyword', [], `"${slug}" has no keyword, so nobody can text for it. Give it one.`)
  }
}

function* keywordsOf(draft: Draft): Generator<Keyword> {
  for (const [locale, { commands }] of Object.entries(draft.locales)) {
    const issue = issueIn(commands.source, { locale })
    for (const [command, words] of Object.entries(commands.data)) {
      // The word that names a language belongs to that locale alone; other commands mean the same in every locale.
      const owner = command === 'language' ? `language ${locale}` : `command ${command}`
      for (const [index, word] of words.entries())
        yield { word, owner, locale, issue, path: [command, index], printed: index === 0 }
    }
  }
  for (const { locale, slug, text, issue } of nodeTexts(draft))
    for (const [index, word] of text.keywords.entries())
      yield { word, owner: slug, locale, issue, path: ['keywords', index], printed: index === 0 }
}

function isNearCarrierWord(word: string): boolean {
  return [...CARRIER_WORDS].some((reserved) => distance(reserved, word) <= 1)
}
