/**
 * Every word that leads somewhere, in all locales, made at compile time as plain data.
 *
 * @example
 * lexicon.terms.huesos // [{ locale: 'es', kind: 'node', to: 'bone' }]
 * lexicon.numbers['21'] // 'bone'
 */
import type { FlowNode } from '../../flow/node.ts'
import type { Alarm, Alarms, Command, Commands, NodeText } from '../../locale/schema.ts'
import { normalise } from './normalise.ts'

export interface Term {
  readonly locale: string
  readonly kind: 'node' | 'command' | 'locale'
  readonly to: string
}

export interface Lexicon {
  readonly terms: Readonly<Record<string, readonly Term[]>>
  /** How many words the longest term has, so that a search in a sentence knows when to stop. */
  readonly longest: number
  readonly numbers: Readonly<Record<string, string>>
  readonly alarms: readonly { readonly phrase: string; readonly alarm: Alarm; readonly locale: string }[]
}

export interface LexiconSource {
  readonly nodes: Readonly<Record<string, FlowNode>>
  readonly locales: Readonly<
    Record<string, { commands: Commands; alarms: Alarms; nodes: Readonly<Record<string, NodeText>> }>
  >
}

export function buildLexicon({ nodes, locales }: LexiconSource): Lexicon {
  const terms: Record<string, Term[]> = {}
  const add = (words: string, term: Term) => {
    const key = normalise(words)
    terms[key] ??= []
    terms[key].push(term)
  }
  const alarms = []
  for (const [locale, { commands, alarms: phrases, nodes: texts }] of Object.entries(locales)) {
    for (const slug of Object.keys(nodes))
      for (const keyword of texts[slug]?.keywords ?? []) add(keyword, { locale, kind: 'node', to: slug })
    for (const [name, words] of Object.entries(commands))
      for (const word of words)
        add(
          word,
          name === 'language'
            ? { locale, kind: 'locale', to: locale }
            : { locale, kind: 'command', to: name as Command },
        )
    for (const alarm of ['crisis', 'emergency'] as const)
      for (const phrase of phrases[alarm]) alarms.push({ phrase: normalise(phrase), alarm, locale })
  }
  const numbers = Object.fromEntries(
    Object.entries(nodes).flatMap(([slug, node]) => ('number' in node ? [[String(node.number), slug]] : [])),
  )
  const longest = Math.max(1, ...Object.keys(terms).map((term) => term.split(' ').length))
  return { terms, longest, numbers, alarms }
}
