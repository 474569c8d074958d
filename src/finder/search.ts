/**
 * The entries that a message points to, by its words (postings.ts).
 *
 * Function words, which say nothing of what is asked, are left out. Nothing is kept of the words: one that the line does not
 * know may be somebody's name.
 *
 * @example
 * search(index, tokenize('yellow skinn')) // [[{ locale: 'en', node: 'liver' }, 14.2], …]
 */
import type SearchableMap from 'minisearch/SearchableMap'
import { spellings } from './near-spellings.ts'
import type { Entry, Posting } from './postings.ts'
import type { Token } from './tokens.ts'

export interface SearchIndex {
  readonly entries: readonly Entry[]
  readonly postings: SearchableMap<readonly Posting[]>
  readonly functionWords: ReadonlySet<string>
}

interface Hit {
  score: number
  /** How many words of the message point to the entry. */
  words: number
  lastWord: string
}

/** No more words than these are looked up: a rambling text repeats itself, and everyone must be answered at once. */
const MAX_KNOWN = 60
const MAX_UNKNOWN = 8
/** Up to so many words that carry meaning, each counts in full. */
const SHORT_MESSAGE = 5

/** An entry to which several words point scores more than their sum, as in MiniSearch. */
export function search(
  { entries, postings, functionWords }: SearchIndex,
  message: readonly Token[],
): readonly (readonly [Entry, number])[] {
  const keys = [...new Set(message.filter(({ text }) => !functionWords.has(text)).map(({ key }) => key))]
  const hits = new Map<number, Hit>()
  const leftOut = new Set([
    ...keys.filter((key) => postings.has(key)).slice(MAX_KNOWN),
    ...keys.filter((key) => !postings.has(key)).slice(MAX_UNKNOWN),
  ])
  for (const key of keys.filter((each) => !leftOut.has(each)))
    for (const [list, weight] of spellings(postings, key))
      for (const [entry, score] of list) addTo(hits, entry, key, weight * score)
  // A long story has many words that point many ways: each counts for less, and keywords for more.
  const share = Math.min(1, SHORT_MESSAGE / keys.length)
  return [...hits].flatMap(([number, { score, words }]) => {
    const entry = entries[number]
    return entry ? [[entry, score * words * share] as const] : []
  })
}

function addTo(hits: Map<number, Hit>, entry: number, word: string, score: number): void {
  const hit = hits.get(entry) ?? { score: 0, words: 0, lastWord: '' }
  hit.score += score
  if (hit.lastWord !== word) hit.words += 1
  hit.lastWord = word
  hits.set(entry, hit)
}
