/**
 * Which known phrases, such as keywords and training phrases, stand in a message to the letter, word next to word: every n-gram
 * of the message is looked up.
 *
 * @example
 * const phrases = indexPhrases([['am i dying', 'outlook']])
 * phrasesIn(phrases, ['so', 'am', 'i', 'dying']) // [{ meanings: ['outlook'], start: 1, length: 3 }]
 */
import { pushTo } from '../authored/records.ts'

export interface PhraseIndex<T> {
  readonly meanings: ReadonlyMap<string, readonly T[]>
  /** The first words of phrases that go on after them. */
  readonly beginnings: ReadonlySet<string>
}

export interface PhraseMatch<T> {
  readonly meanings: readonly T[]
  readonly start: number
  /** In words. */
  readonly length: number
}

export function indexPhrases<T>(phrases: Iterable<readonly [text: string, meaning: T]>): PhraseIndex<T> {
  const meanings = new Map<string, T[]>()
  const beginnings = new Set<string>()
  for (const [text, meaning] of phrases) {
    pushTo(meanings, text, meaning)
    for (let end = text.indexOf(' '); end > 0; end = text.indexOf(' ', end + 1))
      beginnings.add(text.slice(0, end))
  }
  return { meanings, beginnings }
}

export function phrasesIn<T>(
  { meanings, beginnings }: PhraseIndex<T>,
  words: readonly string[],
): readonly PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = []
  for (const [start, first] of words.entries()) {
    let text = first
    for (let length = 1; ; length += 1) {
      const found = meanings.get(text)
      if (found) matches.push({ meanings: found, start, length })
      const next = words[start + length]
      if (next === undefined || !beginnings.has(text)) break
      text += ` ${next}`
    }
  }
  return matches
}
