/**
 * What was told before, for whoever does the same at the same place: the core is pure, so they are told the same.
 *
 * Only keys, silence and single words of the lexicon are looked up; what people say of themselves is never kept.
 *
 * @example
 * const remember = createMemory<string>(line, (twiml) => twiml.length)
 * remember('en/normal/main', input, () => renderVoice(…))
 */
import { LRUCache } from 'lru-cache'
import { normalise } from '../line/find/normalise.ts'
import type { Input } from '../line/input.ts'
import type { Line } from '../line/line.ts'

/** `tell` is asked where nothing is remembered of this input at this path. */
export type Remember<T> = (path: string | null, input: Input, tell: () => T) => T

/** In characters: all that people walk through in a day, at about 1,500 a turn. */
const MOST_KEPT = 4_000_000

export function createMemory<T extends object>(
  { lexicon }: Line,
  lengthOf: (told: T) => number,
): Remember<T> {
  const kept = new LRUCache<string, T>({
    maxSize: MOST_KEPT,
    sizeCalculation: (told, key) => lengthOf(told) + key.length,
  })
  const isCommon = (input: Input) =>
    'words' in input ? Object.hasOwn(lexicon.terms, normalise(input.words)) : true
  return (path, input, tell) => {
    if (!isCommon(input)) return tell()
    const key = JSON.stringify([path, input])
    const before = kept.get(key)
    if (before) return before
    const told = tell()
    kept.set(key, told)
    return told
  }
}
