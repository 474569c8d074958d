/**
 * The likeliest node for a sentence, by its keywords, by everyday phrases and by the meaning of its words.
 *
 * @example
 * findMeaning(finder, hear(finder.vocabulary, ['my', 'legs', 'hurt']), 'en') // { kind: 'guesses', nodes: ['bone', 'pain'], … }
 */

import type { Term } from './build-terms.ts'
import type { Finder, Pointer } from './finder.ts'
import { search } from './search.ts'
import { sequencesIn } from './sequences.ts'
import type { Message } from './vocabulary.ts'

export type Meaning =
  | Pick<Term, 'kind' | 'to' | 'locale'>
  /** Not sure: two or three nodes, the likeliest first. */
  | { readonly kind: 'guesses'; readonly nodes: readonly string[]; readonly locale: string }
  | { readonly kind: 'nothing' }

interface TermInSentence {
  readonly term: Term
  readonly start: number
  /** How many words it has. */
  readonly words: number
}

/** A hit below this score is chance; measured on test/finding (npm run bench:finding). */
const LEAST_SCORE = 4
/** The best hit is sure when it scores so many times the next. */
const SURE_LEAD = 2.5
/** A keyword in the sentence counts as much as this score, and more for each further word it has. */
const KEYWORD_SCORE = 4
/** A word of an everyday phrase that stands in the message counts as much as this score. */
const PHRASE_SCORE = 3
/** From this weight on, a word tells by itself what is asked. */
const TELLING_WEIGHT = 0.7
const MOST_GUESSES = 3
/** How much more an entry of the index counts in the language of the place, and how much less a phrase of another. */
const OWN_LANGUAGE = 1.3
const OTHER_LANGUAGE = 0.8

export function findMeaning(finder: Finder, message: Message, locale: string): Meaning {
  const { terms, phrases } = saidExactly(finder, message, locale)
  const keywords = terms.filter(({ term }) => term.kind === 'node')
  const person = terms.find(({ term }) => term.kind === 'command')
  if (person && keywords.every(({ words }) => words < person.words)) return person.term
  const { scores, nodes, locales, entries } = finder
  const current = locales.numbers.get(locale)
  // Before, too: the message before may have failed half way.
  scores.forget()
  search(finder.index, message, finder.background, (entry, score) => {
    const to = entries[entry] as Pointer
    // A node is counted once, in the language in which it was understood best.
    scores.raise(to.node, to.locale, score * (to.locale === current ? OWN_LANGUAGE : 1))
  })
  for (const { term, words } of keywords)
    scores.add(nodes.numberOf(term.to), locales.numberOf(term.locale), KEYWORD_SCORE * words * term.weight)
  for (const [to, words] of phrases)
    scores.add(to.node, to.locale, PHRASE_SCORE * words ** 1.5 * (to.locale === current ? 1 : OTHER_LANGUAGE))
  const hits = scores.best(MOST_GUESSES)
  scores.forget()
  const [best, next] = hits
  if (!best || best.score < LEAST_SCORE)
    return terms.find(({ term }) => term.kind === 'locale')?.term ?? { kind: 'nothing' }
  const understood = locales.names[best.locale] as string
  const guesses = hits.map(({ node }) => nodes.names[node] as string)
  return !next || best.score >= SURE_LEAD * next.score
    ? { kind: 'node', to: guesses[0] as string, locale: understood }
    : { kind: 'guesses', nodes: guesses, locale: understood }
}

/** The term in the language of the place, if there is one. */
export function termFor(terms: readonly Term[], locale: string): Term | undefined {
  return terms.find((term) => term.locale === locale) ?? terms[0]
}

/** Terms that stand in the sentence, and everyday phrases, each with the most words of it that were said: the more words, the surer. */
function saidExactly(finder: Finder, message: Message, locale: string) {
  const terms: TermInSentence[] = []
  const phrases = new Map<Pointer, number>()
  for (const { sequence, start, length } of sequencesIn(finder.sequences, message.words)) {
    const phrase = sequence - finder.terms.length
    if (phrase >= 0) {
      const to = finder.phrases[phrase] as Pointer
      phrases.set(to, Math.max(phrases.get(to) ?? 0, length))
    } else {
      const term = termFor(finder.terms[sequence] as readonly Term[], locale)
      if (term && isAskedFor(term)) terms.push({ term, start, words: length })
    }
  }
  return { terms: longest(terms), phrases }
}

/** The longest terms, none inside another. */
function longest(terms: readonly TermInSentence[]): readonly TermInSentence[] {
  const taken = new Set<number>()
  return [...terms]
    .sort((a, b) => b.words - a.words)
    .filter(({ start, words }) => {
      if (taken.has(start) || taken.has(start + words - 1)) return false
      for (let at = start; at < start + words; at += 1) taken.add(at)
      return true
    })
}

/**
 * Commands count only as a whole message ("more pain" asks about pain), but for the one that asks for a person, where
 * its word is not an everyday one ("die at home" does not ask for HOME).
 */
function isAskedFor({ kind, to, weight }: Term): boolean {
  return kind !== 'command' || (to === 'person' && weight >= TELLING_WEIGHT)
}
