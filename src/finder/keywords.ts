/**
 * The words that lead somewhere as a whole message, in all locales: keywords of nodes, commands and names of languages.
 *
 * @example
 * buildKeywords(source, spelling).huesos // [{ locale: 'es', kind: 'node', to: 'bone', … }]
 */
import { pushTo } from '../authored/records.ts'
import type { Command, NodeText } from '../locale/schema.ts'
import type { LexiconSource } from './lexicon.ts'
import type { Spelling } from './spelling.ts'
import { normalise } from './tokens.ts'

export type KeywordTarget =
  | { readonly kind: 'node'; readonly to: string; readonly part?: string; readonly locale: string }
  | { readonly kind: 'command'; readonly to: Command; readonly locale: string }
  | { readonly kind: 'locale'; readonly to: string; readonly locale: string }

export type Keyword = KeywordTarget & {
  /** As it is written in the locale, in lower case: an accent tells "menú" from "menu". */
  readonly written: string
  /** From 0 to 1: how specific it is. A word that many topics use, such as "symptoms", is less specific than "hospice". */
  readonly weight: number
}

export type Keywords = Readonly<Record<string, readonly Keyword[]>>

export function buildKeywords(
  { nodes, locales }: Pick<LexiconSource, 'nodes' | 'locales'>,
  spelling: Spelling,
): Keywords {
  const keywords = new Map<string, Keyword[]>()
  const add = (words: string, target: KeywordTarget, weight: number) => {
    pushTo(keywords, normalise(words, spelling), { ...target, written: words.toLowerCase(), weight })
  }
  for (const [locale, { commands, nodes: texts }] of Object.entries(locales)) {
    const weigh = inverseDocumentFrequency(texts, spelling)
    for (const slug of Object.keys(nodes))
      for (const word of texts[slug]?.keywords ?? [])
        add(word, { kind: 'node', to: slug, locale }, weigh(word))
    const { language, ...others } = commands
    for (const word of language) add(word, { kind: 'locale', to: locale, locale }, 1)
    for (const [name, words] of Object.entries(others))
      for (const word of words) add(word, { kind: 'command', to: name as Command, locale }, weigh(word))
  }
  return Object.fromEntries(keywords)
}

/** The fewer topics use a word, the more it tells; 1 for a word that at most four of the topics use. */
function inverseDocumentFrequency(
  texts: Readonly<Record<string, NodeText>>,
  spelling: Spelling,
): (keyword: string) => number {
  const documents = Object.values(texts).map(
    ({ phrases, voice, sms }) =>
      ` ${normalise([...phrases, ...Object.values(voice), ...Object.values(sms)].join(' '), spelling)} `,
  )
  return (keyword) => {
    const text = ` ${normalise(keyword, spelling)} `
    const users = documents.filter((document) => document.includes(text)).length
    return Math.min(1, Math.log(documents.length / Math.max(1, users)) / Math.log(documents.length / 4))
  }
}
