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

/** The longest phrase that begins at this word. */
export function longestAt<T>({ meanings, beginnings }: PhraseIndex<T>, words: readonly string[], at: number) {
  let longest: { readonly meanings: readonly T[]; readonly length: number } | undefined
  let text = words[at]
  for (let length = 1; text !== undefined; length += 1) {
    const found = meanings.get(text)
    if (found) longest = { meanings: found, length }
    const next = words[at + length]
    text = next !== undefined && beginnings.has(text) ? `${text} ${next}` : undefined
  }
  return longest
}

/** The words that are no part of such a phrase, read from the first word on. */
export function withoutPhrases<Word extends { readonly text: string }>(
  phrases: PhraseIndex<unknown>,
  words: readonly Word[],
): readonly Word[] {
  const texts = words.map(({ text }) => text)
  const rest: Word[] = []
  for (let at = 0; at < words.length; ) {
    const { length } = longestAt(phrases, texts, at) ?? { length: 0 }
    const word = words[at]
    if (length === 0 && word) rest.push(word)
    at += length || 1
  }
  return rest
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
