/**
 * The values of the words in a radix tree that a word may be meant for.
 *
 * @example
 * const tree = SearchableMap.from([['skar', 0], ['skin', 1], ['skins', 2]])
 * spellings(tree, 'skinn') // [[1, 0.5], [2, 0.5]]
 */
import type SearchableMap from 'minisearch/SearchableMap'

/** How much it counts, of 1: the less the more letters differ. */
export type Weighted<T> = readonly [value: T, weight: number]

/** A shorter word stands only for itself. */
const SHORTEST_MISSPELT = 4
/** Such a part of the letters of a word may be wrong. */
const MAX_EDITS_SHARE = 0.25
const MAX_EDITS = 6
/** Weights of a word that is spelt nearly so, and of one that begins so; both as in MiniSearch. */
const FUZZY_WEIGHT = 0.6
const PREFIX_WEIGHT = 0.25
const PREFIX_LOSS = 0.3

/** The word itself, or else those that are spelt nearly so, and those that it begins. */
export function spellings<T>(tree: SearchableMap<T>, word: string): readonly Weighted<T>[] {
  const own = tree.get(word)
  const isShort = word.length < SHORTEST_MISSPELT
  if (own !== undefined) return isShort ? [[own, 1]] : [[own, 1], ...longerWords(tree, word)]
  return isShort ? [] : [...longerWords(tree, word), ...similarWords(tree, word)]
}

function longerWords<T>(tree: SearchableMap<T>, word: string): readonly Weighted<T>[] {
  return [...tree.atPrefix(word)]
    .filter(([longer]) => longer !== word)
    .map(([longer, value]) => {
      const more = longer.length - word.length
      return [value, (PREFIX_WEIGHT * longer.length) / (longer.length + PREFIX_LOSS * more)]
    })
}

function similarWords<T>(tree: SearchableMap<T>, word: string): readonly Weighted<T>[] {
  const maxEdits = Math.min(MAX_EDITS, Math.round(word.length * MAX_EDITS_SHARE))
  return [...tree.fuzzyGet(word, maxEdits)]
    .filter(([similar]) => !similar.startsWith(word))
    .map(([similar, [value, edits]]) => [value, (FUZZY_WEIGHT * similar.length) / (similar.length + edits)])
}
