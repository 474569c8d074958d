/**
 * Patterns by the words that they can begin with, so that a message is compared with few of them.
 *
 * @example
 * indexPatterns([['crisis', [[['want', 'wants'], ['to die']]]]]).byFirstKey.get('want') // [{ meaning: 'crisis', slots: … }]
 */
import { pushTo } from '../authored/records.ts'
import type { Pattern } from './patterns.ts'
import { type Token, toTokens } from './tokens.ts'

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

export function indexPatterns<T>(patterns: readonly (readonly [T, readonly Pattern[]])[]): PatternIndex<T> {
  const byFirstKey = new Map<string, IndexedPattern<T>[]>()
  for (const [meaning, list] of patterns)
    for (const pattern of list) {
      const slots = pattern.map((slot) => slot.map(toTokens))
      const firstKeys = new Set(slots[0]?.map(([first]) => first?.key ?? ''))
      for (const key of firstKeys) pushTo(byFirstKey, key, { meaning, slots })
    }
  const firstKeys = new Map<string, string[]>()
  for (const key of byFirstKey.keys()) pushTo(firstKeys, key.charAt(0), key)
  return { byFirstKey, firstKeys }
}

/** Whether one word can be all of it. */
export function isOneWord([first = [], ...others]: Pattern): boolean {
  return others.length === 0 && first.some((words) => !words.includes(' '))
}
