/**
 * A word leads to one place only in its language, is never a carrier's, and every node with a number has one in every locale. Of words
 * that two languages have, that of the conversation's language counts, then that of the number's first; the name of a language must
 * lead there from all of them.
 */
import { distance } from 'fastest-levenshtein'
import { issueIn, type MakeIssue, type Path } from '../authored/issue.ts'
import { CARRIER_WORDS } from '../finder/carrier-words.ts'
import { normalise } from '../finder/tokens.ts'
import type { Draft } from '../line/draft.ts'
import { type Check, nodeTexts, spellingOf } from './check.ts'

interface Keyword {
  readonly word: string
  readonly owner: string
  readonly locale: string
  readonly issue: MakeIssue
  readonly path: Path
  /** The first word of a list is shown to people, so one slip of the thumb must not make a carrier's word of it. */
  readonly printed: boolean
  readonly isLanguage: boolean
}

export const checkKeywords: Check<Draft> = function* (draft) {
  const owners = new Map<string, Keyword>()
  const spelling = spellingOf(draft)
  const reserved = new Set(CARRIER_WORDS)
  for (const { countries } of Object.values(draft.locales))
    for (const word of Object.values(countries.data.carriers).flat()) reserved.add(normalise(word, spelling))
  const keywords = [...keywordsOf(draft)].map((each) => ({ ...each, key: normalise(each.word, spelling) }))
  const languages = new Map<string, Keyword>()
  for (const keyword of keywords)
    if (keyword.isLanguage && !languages.has(keyword.key)) languages.set(keyword.key, keyword)
  for (const keyword of keywords) {
    const { word, key, owner, locale, issue, path, printed } = keyword
    const first = owners.get(`${locale} ${key}`) ?? languages.get(key)
    if (reserved.has(key) || (printed && [...reserved].some((carriers) => distance(carriers, key) <= 1)))
      yield issue(
        'reserved-keyword',
        path,
        `"${word}" belongs to the phone carriers, or is one letter from a word that does: whoever texts that is cut off or answered by them. Choose another word.`,
      )
    else if (first && first.owner !== owner)
      yield issue(
        'keyword-shared',
        path,
        `"${word}" leads to "${first.owner}" already (${first.locale}). In one language a word can lead to one place only, and the name of a language in all.`,
      )
    else owners.set(`${locale} ${key}`, keyword)
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
      const isLanguage = command === 'language'
      const owner = isLanguage ? `language ${locale}` : `command ${command}`
      for (const [index, word] of words.entries())
        yield { word, owner, locale, issue, path: [command, index], printed: index === 0, isLanguage }
    }
  }
  for (const { locale, slug, text, issue } of nodeTexts(draft))
    for (const [index, word] of text.keywords.entries()) {
      const path = ['keywords', index]
      yield { word, owner: slug, locale, issue, path, printed: index === 0, isLanguage: false }
    }
}
