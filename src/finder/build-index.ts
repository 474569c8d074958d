/**
 * What each word points to and how much, by keywords, everyday phrases and what topics say: computed by MiniSearch (BM25+)
 * when the line is compiled, so that a server only has to add up.
 *
 * @example
 * buildIndex([{ locale: 'en', node: 'bone', keywords: ['bones'], … }]) // { sounds: ['bones', …], index: { entries: ['en/bone'], … } }
 */
import MiniSearch, { type Options } from 'minisearch'
import { contentWords } from './content-words.ts'
import { type Packed, pack } from './packed.ts'

export interface Entry {
  readonly locale: string
  readonly node: string
  readonly keywords: readonly string[]
  readonly phrases: readonly string[]
  readonly prose: readonly string[]
}

/** An index as plain data, to be kept in a line. */
export interface IndexData {
  /** As `locale/node`. */
  readonly entries: readonly string[]
  /** To how many entries each sound points; to which, by their numbers; and how much, in steps of `SCORE_STEP`. */
  readonly counts: Packed
  readonly pointers: Packed
  readonly scores: Packed
}

export const SCORE_STEP = 0.003

const options: Options = {
  fields: ['keywords', 'phrases', 'prose'],
  tokenize: contentWords,
  processTerm: (term) => term,
  searchOptions: {
    tokenize: (term) => [term],
    boost: { keywords: 1, phrases: 1, prose: 0.1 },
    bm25: { k: 1.2, b: 0.6, d: 0.5 },
  },
}

/** And all words as they sound, in the order of the alphabet. */
export function buildIndex(entries: readonly Entry[]): { sounds: readonly string[]; index: IndexData } {
  const library = new MiniSearch(options)
  const documents = entries.map(({ keywords, phrases, prose }, id) => ({
    id,
    keywords: keywords.join(' '),
    phrases: phrases.join(' '),
    prose: prose.join(' '),
  }))
  library.addAll(documents)
  const texts = documents.flatMap(({ keywords, phrases, prose }) => [keywords, phrases, prose])
  const sounds = [...new Set(texts.flatMap(contentWords))].sort()
  const meanings = sounds.map((sound) => library.search(sound))
  return {
    sounds,
    index: {
      entries: entries.map(({ locale, node }) => `${locale}/${node}`),
      counts: pack(meanings.map(({ length }) => length)),
      pointers: pack(meanings.flat().map(({ id }) => id as number)),
      scores: pack(meanings.flat().map(({ score }) => Math.round(score / SCORE_STEP))),
    },
  }
}
