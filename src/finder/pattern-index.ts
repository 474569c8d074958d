/**
 * Patterns by the words that they can begin with, so that a message is compared with few of them.
 *
 * @example
 * indexPatterns([['crisis', [[['want', 'wants'], ['to die']]]]], spelling).byFirstKey.get('want') // [{ meaning: 'crisis', slots: … }]
 */
import { pushTo } from '../authored/records.ts'
import type { Pattern } from './patterns.ts'
import type { Spelling } from './spelling.ts'
import { isUnspacedLetter, splitLetters, type Token, toTokens } from './tokens.ts'

export type Alternative = readonly Token[]
export type Slot = readonly Alternative[]

export interface IndexedPattern<T> {
  readonly meaning: T
  readonly slots: readonly Slot[]
}

export interface PatternIndex<T> {
  readonly byFirstKey: ReadonlyMap<string, readonly IndexedPattern<T>[]>
  /** The keys of `byFirstKey` by their first letter. */
  readonly firstKeys: ReadonlyMap<string, readonly string[]>
}

export function indexPatterns<T>(
  patterns: readonly (readonly [T, readonly Pattern[]])[],
  spelling: Spelling,
): PatternIndex<T> {
  const byFirstKey = new Map<string, IndexedPattern<T>[]>()
  for (const [meaning, list] of patterns)
    for (const pattern of list) {
      const slots = pattern.map((slot) => slot.map((words) => readAlternative(words, spelling)))
      const firstKeys = new Set(slots[0]?.map(([first]) => first?.key ?? ''))
      for (const key of firstKeys) pushTo(byFirstKey, key, { meaning, slots })
    }
  const firstKeys = new Map<string, string[]>()
  for (const key of byFirstKey.keys()) pushTo(firstKeys, key.charAt(0), key)
  return { byFirstKey, firstKeys }
}

function readAlternative(words: string, spelling: Spelling): Alternative {
  return words
    .split(' ')
    .flatMap((run, at) =>
      toTokens(splitLetters(run), spelling).map((token, index) =>
        at > 0 && index === 0 && isUnspacedLetter(token.text) ? { ...token, apart: true } : token,
      ),
    )
}
