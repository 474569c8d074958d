/**
 * What has changed between two wordings of a text, word by word: by the longest common subsequence, as `diff` finds it.
 *
 * @example
 * wordChanges('Call us now.', 'Call now.', 'en')
 * // [{ kind: 'same', words: 'Call ' }, { kind: 'gone', words: 'us ' }, { kind: 'same', words: 'now.' }]
 */
interface WordChange {
  readonly kind: 'same' | 'gone' | 'new'
  readonly words: string
}

export function wordChanges(before: string, after: string, locale: string): readonly WordChange[] {
  const [old, now] = [wordsOf(before, locale), wordsOf(after, locale)]
  const common = commonLengths(old, now)
  const lengthAt = (i: number, j: number) => common[i]?.[j] ?? 0
  const same: string[] = []
  const changes: WordChange[] = []
  let gone = ''
  let added = ''
  const close = () => {
    if (same.length > 0) changes.push({ kind: 'same', words: same.splice(0).join('') })
    if (gone) changes.push({ kind: 'gone', words: gone })
    if (added) changes.push({ kind: 'new', words: added })
    gone = ''
    added = ''
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [was = '', is = ''] = [old[i], now[j]]
    if (i < old.length && j < now.length && was === is) {
      if (gone || added) close()
      same.push(is)
      i += 1
      j += 1
    } else if (j === now.length || (i < old.length && lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      gone += was
      i += 1
    } else {
      added += is
      j += 1
    }
  }
  close()
  return changes
}

/** Words and marks, each with the space after it, so that a changed phrase is one change. */
function wordsOf(text: string, locale: string): readonly string[] {
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    const last = words.length - 1
    if (last >= 0 && segment.trim() === '') words[last] += segment
    else words.push(segment)
  }
  return words
}

/** `[i][j]`: how many words the rests from `i` and from `j` have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const [row, next] = [rows[i], rows[i + 1]]
    if (!row || !next) continue
    for (let j = now.length - 1; j >= 0; j -= 1)
      row[j] = old[i] === now[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0)
  }
  return rows
}
