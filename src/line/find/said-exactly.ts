/**
 * Everyday phrases that stand in a message to the letter, word next to word: the more words, the surer.
 *
 * @example
 * const phrases = buildSaid([{ words: 'am i dying', tag: 'en/outlook' }])
 * saidExactly(phrases, ['so', 'am', 'i', 'dying']) // Map { 'en/outlook' => 3 }
 */

/** Phrases by their first word, as plain data. */
export type SaidPhrases = Readonly<
  Record<string, readonly { readonly words: readonly string[]; readonly tag: string }[]>
>

/** `words` are normalised. */
export function buildSaid(phrases: readonly { words: string; tag: string }[]): SaidPhrases {
  const byFirstWord: Record<string, { words: readonly string[]; tag: string }[]> = Object.create(null)
  for (const { words, tag } of phrases) {
    const list = words.split(' ')
    const first = list[0] as string
    byFirstWord[first] ??= []
    byFirstWord[first].push({ words: list, tag })
  }
  return { ...byFirstWord }
}

/** By tag, how many words the longest phrase has that stands in the message. */
export function saidExactly(phrases: SaidPhrases, message: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [start, word] of message.entries()) {
    if (!Object.hasOwn(phrases, word)) continue
    for (const { words, tag } of phrases[word] ?? [])
      if (
        words.length > (found.get(tag) ?? 0) &&
        words.every((each, offset) => message[start + offset] === each)
      )
        found.set(tag, words.length)
  }
  return found
}
