/**
 * The words that lead somewhere as a whole message, in all locales: keywords, commands and names of languages.
 *
 * @example
 * buildTerms(source).huesos // [{ locale: 'es', kind: 'node', to: 'bone', … }]
 */
import type { FlowNode } from '../flow/node.ts'
import type { Command, Commands, NodeText } from '../locale/schema.ts'
import { normalise } from './normalise.ts'

export interface Term {
  readonly locale: string
  readonly kind: 'node' | 'command' | 'locale'
  readonly to: string
  /** As it is written in the locale, in lower case: an accent tells "menú" from "menu". */
  readonly written: string
  /** From 0 to 1: how much it tells. A word that many topics use, such as "symptoms", tells less than "hospice". */
  readonly weight: number
}

export type Terms = Readonly<Record<string, readonly Term[]>>

interface TermSource {
  readonly nodes: Readonly<Record<string, FlowNode>>
  readonly locales: Readonly<
    Record<string, { readonly commands: Commands; readonly nodes: Readonly<Record<string, NodeText>> }>
  >
}

export function buildTerms({ nodes, locales }: TermSource): Terms {
  const terms: Record<string, Term[]> = Object.create(null)
  const add = (words: string, term: Omit<Term, 'written'>) => {
    const key = normalise(words)
    terms[key] ??= []
    terms[key].push({ ...term, written: words.toLowerCase() })
  }
  for (const [locale, { commands, nodes: texts }] of Object.entries(locales)) {
    const weigh = weighing(texts)
    for (const slug of Object.keys(nodes))
      for (const keyword of texts[slug]?.keywords ?? [])
        add(keyword, { locale, kind: 'node', to: slug, weight: weigh(normalise(keyword)) })
    for (const [name, words] of Object.entries(commands))
      for (const word of words)
        add(
          word,
          name === 'language'
            ? { locale, kind: 'locale', to: locale, weight: 1 }
            : { locale, kind: 'command', to: name as Command, weight: weigh(normalise(word)) },
        )
  }
  return { ...terms }
}

/** How much a word tells, by how few topics use it (as search engines weigh words: inverse document frequency). */
function weighing(texts: Readonly<Record<string, NodeText>>): (term: string) => number {
  const used = Object.values(texts).map(({ phrases, voice, sms }) =>
    normalise([...phrases, ...Object.values(voice), ...Object.values(sms)].join(' ')),
  )
  const byWord = new Map<string, string[]>()
  for (const words of used)
    for (const word of new Set(words.split(' '))) {
      const users = byWord.get(word)
      if (users) users.push(words)
      else byWord.set(word, [words])
    }
  return (term) => {
    // Whatever uses a term uses its rarest word.
    const [rarest = []] = term
      .split(' ')
      .map((word) => byWord.get(word) ?? [])
      .sort((a, b) => a.length - b.length)
    const users = rarest.filter((words) => ` ${words} `.includes(` ${term} `)).length
    return Math.min(1, Math.log(used.length / Math.max(1, users)) / Math.log(used.length / 4))
  }
}
