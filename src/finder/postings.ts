/**
 * Which entries each word points to and how much, by keywords, training phrases and what topics say. MiniSearch (BM25+) works
 * it out when the line is compiled, so that a server only has to add up.
 *
 * @example
 * buildPostings([{ locale: 'en', node: 'bone', keywords: ['bones'], … }]).bones // [[0, 3.21]]
 */
import MiniSearch, { type Options } from 'minisearch'
import { tokenize } from './tokens.ts'

/** A node in a language. */
export interface Entry {
  readonly locale: string
  readonly node: string
}

export interface Document extends Entry {
  readonly keywords: readonly string[]
  readonly phrases: readonly string[]
  readonly prose: readonly string[]
}

/** An entry by its number, and its score. */
export type Posting = readonly [entry: number, score: number]

/** By phonetic keys. */
export type Postings = Readonly<Record<string, readonly Posting[]>>

const options: Options = {
  fields: ['keywords', 'phrases', 'prose'],
  stringifyField: (texts) => texts.join(' '),
  tokenize: phoneticKeys,
  processTerm: (key) => key,
  searchOptions: {
    tokenize: (key) => [key],
    boost: { keywords: 1, phrases: 1, prose: 0.1 },
    bm25: { k: 1.2, b: 0.6, d: 0.5 },
  },
}

/** Entries have the numbers of their documents. */
export function buildPostings(documents: readonly Document[]): Postings {
  const library = new MiniSearch(options)
  library.addAll(documents.map((document, id) => ({ ...document, id })))
  const keys = library.toJSON().index.map(([key]) => key)
  return Object.fromEntries(
    keys
      .sort()
      .map((key) => [key, library.search(key).map(({ id, score }): Posting => [id, rounded(score)])]),
  )
}

function phoneticKeys(text: string): string[] {
  return tokenize(text).map(({ key }) => key)
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}
