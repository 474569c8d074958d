/**
 * The meaning of a sentence, by an index (MiniSearch, BM25+) over keywords, everyday phrases and what topics say.
 *
 * Words are compared as they sound; the caller leaves out words that all sentences have; only a word that the index does not know
 * is looked for in near spellings, so that a known word is never taken for another.
 *
 * @example
 * search(index, ['yellow', 'skinn'], 'en') // [{ locale: 'en', to: 'liver', score: 14.2 }, …]
 */
import MiniSearch, { type AsPlainObject, type Options, type SearchOptions } from 'minisearch'
import { fold } from './fold.ts'
import { normalise } from './normalise.ts'

export interface Entry {
  readonly locale: string
  readonly node: string
  readonly keywords: readonly string[]
  readonly phrases: readonly string[]
  readonly prose: readonly string[]
}

export interface Hit {
  readonly locale: string
  readonly to: string
  readonly score: number
}

/** An index as plain data, to be kept in a line. */
export type IndexData = AsPlainObject

/** More words than these are not looked for: a rambling text repeats itself, and everyone must be answered at once. */
const MOST_KNOWN = 60
const MOST_UNKNOWN = 8
const SHORTEST_MISSPELT = 4
/** Up to so many words that carry meaning, each counts in full. */
const SHORT_MESSAGE = 5
/** How much more an entry counts in the language of the place. */
const OWN_LANGUAGE = 1.3

const options: Options = {
  fields: ['keywords', 'phrases', 'prose'],
  tokenize: contentWords,
  processTerm: (term) => term,
}

const searchOptions: SearchOptions = {
  boost: { keywords: 1, phrases: 1, prose: 0.1 },
  weights: { fuzzy: 0.6, prefix: 0.25 },
  bm25: { k: 1.2, b: 0.6, d: 0.5 },
}

export function buildIndex(entries: readonly Entry[]): IndexData {
  const index = new MiniSearch(options)
  index.addAll(
    entries.map(({ locale, node, keywords, phrases, prose }) => ({
      id: `${locale}/${node}`,
      keywords: keywords.join(' '),
      phrases: phrases.join(' '),
      prose: prose.join(' '),
    })),
  )
  return index.toJSON()
}

/** Best first; a node is named once, in the language in which it was understood best. */
export function search(data: IndexData, message: readonly string[], locale: string): readonly Hit[] {
  const index = openIndex(data)
  const asked = [...new Set(contentWords(message.join(' ')))]
  const known = asked.filter((word) => index.vocabulary.has(word))
  const unknown = asked.filter((word) => !index.vocabulary.has(word))
  const query = [...known.slice(0, MOST_KNOWN), ...unknown.slice(0, MOST_UNKNOWN)]
  // A long story has many words that point many ways: each counts for less, and keywords for more.
  const share = Math.min(1, SHORT_MESSAGE / asked.length)
  const hits = new Map<string, Hit>()
  for (const { entry, score } of addUp(
    query.map((word) => meaningOf(index, word)),
    locale,
  )) {
    const [understood, to] = entry.split('/') as [string, string]
    if (!hits.has(to)) hits.set(to, { locale: understood, to, score: score * share })
  }
  return [...hits.values()]
}

/** The entries that words point to, best first: one to which several point scores more than their sum, as in MiniSearch. */
function addUp(meanings: readonly Meaning[], locale: string): readonly { entry: string; score: number }[] {
  const sums = new Map<string, { score: number; words: number }>()
  for (const meaning of meanings)
    for (const [entry, score] of meaning) {
      const sum = sums.get(entry)
      if (sum) {
        sum.score += score
        sum.words += 1
      } else sums.set(entry, { score, words: 1 })
    }
  return [...sums]
    .map(([entry, { score, words }]) => ({
      entry,
      score: score * words * (entry.startsWith(`${locale}/`) ? OWN_LANGUAGE : 1),
    }))
    .sort((a, b) => b.score - a.score)
}

/** What one word points to. It is kept for the line's own words only: any other may be somebody's name. */
function meaningOf({ index, vocabulary, meanings }: OpenIndex, word: string): Meaning {
  const kept = meanings.get(word)
  if (kept) return kept
  const results = index.search(word, {
    ...searchOptions,
    tokenize: (text) => [text],
    prefix: word.length >= SHORTEST_MISSPELT,
    fuzzy: vocabulary.has(word) || word.length < SHORTEST_MISSPELT ? false : 0.25,
  })
  const meaning = results.map(({ id, score }) => [String(id), score] as const)
  if (vocabulary.has(word)) meanings.set(word, meaning)
  return meaning
}

/** The words that carry the meaning, as they sound, each once. */
export function contentWords(text: string): string[] {
  return normalise(text).split(' ').filter(Boolean).map(fold)
}

/** The entries that a word points to, as `locale/node`, and how much. */
type Meaning = readonly (readonly [entry: string, score: number])[]

interface OpenIndex {
  readonly index: MiniSearch
  readonly vocabulary: ReadonlySet<string>
  readonly meanings: Map<string, Meaning>
}

/** A line is plain data; what is made of it for searching is kept for as long as the line itself lives. */
const opened = new WeakMap<IndexData, OpenIndex>()

function openIndex(data: IndexData): OpenIndex {
  const kept = opened.get(data)
  if (kept) return kept
  const made = {
    index: MiniSearch.loadJS(data, options),
    vocabulary: new Set(data.index.map(([term]) => term)),
    meanings: new Map<string, Meaning>(),
  }
  opened.set(data, made)
  return made
}
