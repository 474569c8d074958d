/**
 * The likeliest node for a sentence, by its keywords, by training phrases and by the meaning of its words.
 *
 * @example
 * findMeaning(finder, tokenize('my legs hurt'), 'en') // { kind: 'guesses', nodes: ['bone', 'pain'], … }
 */
import type { Finder } from './finder.ts'
import type { Keyword, KeywordTarget } from './keywords.ts'
import { type PhraseMatch, phrasesIn } from './phrase-index.ts'
import type { Entry } from './postings.ts'
import { search } from './search.ts'
import type { Token } from './tokens.ts'

export type Meaning =
  | KeywordTarget
  /** Not sure: two or three nodes, the likeliest first. */
  | { readonly kind: 'guesses'; readonly nodes: readonly string[]; readonly locale: string }
  | { readonly kind: 'nothing' }

interface KeywordMatch {
  readonly keyword: Keyword
  readonly start: number
  /** In words. */
  readonly length: number
}

interface NodeScore {
  readonly node: string
  /** In which most of the score was added at once. */
  locale: string
  score: number
  most: number
}

/** A hit below this score is chance; measured on test/finding (npm run bench -- finder). */
const MIN_SCORE = 4
/** The best hit is sure when it scores so many times the next. */
const SURE_LEAD = 2.5
/** A keyword in the sentence counts as much as this score, and more for each further word it has. */
const KEYWORD_SCORE = 4
/** A word of a training phrase that stands in the message counts as much as this score. */
const PHRASE_SCORE = 3
/** From this weight on, a keyword alone tells what is asked. */
const SPECIFIC_WEIGHT = 0.7
const MAX_GUESSES = 3
/** Entries count more in the language of the position, and training phrases of another language count less. */
const OWN_LANGUAGE = 1.3
const OTHER_LANGUAGE = 0.8

export function findMeaning(finder: Finder, message: readonly Token[], locale: string): Meaning {
  const words = message.map(({ text }) => text)
  const matches = keywordsIn(phrasesIn(finder.keywords, words), locale)
  const nodeMatches = matches.filter(({ keyword }) => keyword.kind === 'node')
  const person = matches.find(({ keyword }) => keyword.kind === 'command')
  if (person && nodeMatches.every(({ length }) => length < person.length)) return person.keyword
  const scores = new Map<string, NodeScore>()
  for (const [entry, found] of search(finder.index, message)) {
    const score = found * (entry.locale === locale ? OWN_LANGUAGE : 1)
    // Of the scores of a node in several languages, only the best counts.
    if (score > (scores.get(entry.node)?.score ?? 0)) scores.set(entry.node, { ...entry, score, most: score })
  }
  for (const { keyword, length } of nodeMatches)
    addScore(scores, { locale: keyword.locale, node: keyword.to }, KEYWORD_SCORE * length * keyword.weight)
  for (const [entry, length] of longestByEntry(phrasesIn(finder.trainingPhrases, words)))
    addScore(scores, entry, PHRASE_SCORE * length ** 1.5 * (entry.locale === locale ? 1 : OTHER_LANGUAGE))
  const [best, ...others] = [...scores.values()]
    .sort((one, other) => other.score - one.score)
    .slice(0, MAX_GUESSES)
  if (!best || best.score < MIN_SCORE)
    return matches.find(({ keyword }) => keyword.kind === 'locale')?.keyword ?? { kind: 'nothing' }
  const [next] = others
  return !next || best.score >= SURE_LEAD * next.score
    ? { kind: 'node', to: best.node, locale: best.locale }
    : { kind: 'guesses', nodes: [best, ...others].map(({ node }) => node), locale: best.locale }
}

/** The keyword in the language of the position, if there is one. */
export function keywordFor(keywords: readonly Keyword[], locale: string): Keyword | undefined {
  return keywords.find((keyword) => keyword.locale === locale) ?? keywords[0]
}

/** The longest keywords that stand in the message, none inside another. */
function keywordsIn(matches: readonly PhraseMatch<Keyword>[], locale: string): readonly KeywordMatch[] {
  const taken = new Set<number>()
  return matches
    .flatMap(({ meanings, start, length }) => {
      const keyword = keywordFor(meanings, locale)
      return keyword && isAskedFor(keyword) ? [{ keyword, start, length }] : []
    })
    .sort((one, other) => other.length - one.length)
    .filter(({ start, length }) => {
      if (taken.has(start) || taken.has(start + length - 1)) return false
      for (let at = start; at < start + length; at += 1) taken.add(at)
      return true
    })
}

/**
 * Commands count only as a whole message ("more pain" asks about pain), but for the one that asks for a person, where
 * its word is not an everyday one ("die at home" does not ask for HOME).
 */
function isAskedFor({ kind, to, weight }: Keyword): boolean {
  return kind !== 'command' || (to === 'person' && weight >= SPECIFIC_WEIGHT)
}

function addScore(scores: Map<string, NodeScore>, { locale, node }: Entry, score: number): void {
  const sum = scores.get(node) ?? { node, locale, score: 0, most: 0 }
  sum.score += score
  if (score > sum.most) Object.assign(sum, { locale, most: score })
  if (sum.score > 0) scores.set(node, sum)
}

/** Of each entry the words of its longest training phrase in the message: the more words, the surer. */
function longestByEntry(matches: readonly PhraseMatch<Entry>[]): ReadonlyMap<Entry, number> {
  const longest = new Map<Entry, number>()
  for (const { meanings, length } of matches)
    for (const entry of meanings) longest.set(entry, Math.max(longest.get(entry) ?? 0, length))
  return longest
}
