/**
 * Whether a pattern stands in a message, forgivingly: words are compared by their phonetic keys, in order, with at most one
 * other word between two of them, and a word of five letters or more may have one letter wrong. In scripts without spaces one other
 * letter may stand between two, and three where the pattern has a space.
 *
 * @example
 * const patterns = indexPatterns([['crisis', [parsePattern('{want|wants} to die', read)]]], spelling)
 * matchPatterns(patterns, tokenize('she wants to just die', spelling)) // ['crisis']
 */
import { isWithinOneEdit } from './one-edit.ts'
import type { Alternative, IndexedPattern, PatternIndex, Slot } from './pattern-index.ts'
import type { Token } from './tokens.ts'

type Message = readonly Token[]

/** How a pattern and a message are compared. */
interface Comparison {
  readonly isSame: (word: Token, typed: Token) => boolean
  /** How many other words may stand between two; and how many letters, where a script without spaces has one. */
  readonly maxGap: number
  readonly maxGapApart: number
  /** Whether the pattern must end where the message ends. */
  readonly isWhole: boolean
}

const FORGIVING: Comparison = { isSame: isSameOrMisspelt, maxGap: 1, maxGapApart: 3, isWhole: false }
const ADJACENT: Comparison = {
  isSame: (word, { key }) => word.key === key,
  maxGap: 0,
  maxGapApart: 0,
  isWhole: false,
}
const isSameText = (word: Token, { text }: Token) => word.text === text
const WHOLE: Comparison = { isSame: isSameText, maxGap: 0, maxGapApart: 0, isWhole: true }
/** Names may stand between: "A María le encantó". */
const WHOLE_WITH_NAMES: Comparison = { isSame: isSameText, maxGap: 2, maxGapApart: 2, isWhole: true }

const SHORTEST_MISSPELT = 5
const NOT_FOUND = -1
const BLANK: Token = { text: '', key: '' }

/** What the patterns mean that stand in the message. */
export function matchPatterns<T>(patterns: PatternIndex<T>, message: Message): readonly T[] {
  const found = new Set<T>()
  for (const [start, typed] of message.entries())
    for (const { meaning, slots } of candidates(patterns, typed))
      if (endOf(slots, message, start, FORGIVING) !== NOT_FOUND) found.add(meaning)
  return [...found]
}

/** What the patterns mean that are the whole message, to the letter: `preferred` if one does, else the last. */
export function matchWhole<T>(patterns: PatternIndex<T>, message: Message, preferred?: T): T | undefined {
  const meanings = wholeMatches(patterns, message, WHOLE)
  return meanings.find((meaning) => meaning === preferred) ?? meanings.at(-1)
}

/** Whether a pattern is the whole message, to the letter, but for names within it. */
export function isWholeWithNames<T>(patterns: PatternIndex<T>, message: Message): boolean {
  return wholeMatches(patterns, message, WHOLE_WITH_NAMES).length > 0
}

function wholeMatches<T>(
  { byFirstKey }: PatternIndex<T>,
  message: Message,
  comparison: Comparison,
): readonly T[] {
  const patterns = byFirstKey.get(message[0]?.key ?? '') ?? []
  return patterns
    .filter(({ slots }) => endOf(slots, message, 0, comparison) !== NOT_FOUND)
    .map(({ meaning }) => meaning)
}

/** The message with blanks for the words of the patterns that stand in it, word next to word. */
export function blankOut<T>({ byFirstKey }: PatternIndex<T>, message: Message): Message {
  const blanks = new Set<number>()
  for (const [start, { key }] of message.entries())
    for (const { slots } of byFirstKey.get(key) ?? []) {
      const end = endOf(slots, message, start, ADJACENT)
      for (let at = start; at < end; at += 1) blanks.add(at)
    }
  return blanks.size === 0 ? message : message.map((token, at) => (blanks.has(at) ? BLANK : token))
}

/** Patterns that can begin with the word; where there are none, those that begin with a word for which it may be a misspelling. */
function candidates<T>(
  { byFirstKey, firstKeys }: PatternIndex<T>,
  typed: Token,
): readonly IndexedPattern<T>[] {
  const exact = byFirstKey.get(typed.key)
  if (exact) return exact
  if (!isLongEnough(typed.text) || !isLongEnough(typed.key)) return []
  return (firstKeys.get(typed.key.charAt(0)) ?? [])
    .filter((key) => key.length >= SHORTEST_MISSPELT && isWithinOneEdit(key, typed.key))
    .flatMap((key) => byFirstKey.get(key) ?? [])
}

/** Where the slots from `index` on end in the message, if the first begins at `start`, or the later ones behind it. */
function endOf(
  slots: readonly Slot[],
  message: Message,
  start: number,
  comparison: Comparison,
  index = 0,
): number {
  const slot = slots[index]
  if (!slot) return !comparison.isWhole || start === message.length ? start : NOT_FOUND
  for (const alternative of slot) {
    const end = endOfWords(alternative, message, start, comparison, index === 0)
    if (end === NOT_FOUND) continue
    const last = endOf(slots, message, end, comparison, index + 1)
    if (last !== NOT_FOUND) return last
  }
  return NOT_FOUND
}

function endOfWords(
  words: Alternative,
  message: Message,
  start: number,
  { isSame, maxGap, maxGapApart }: Comparison,
  isFirst: boolean,
): number {
  let end = start
  for (const [index, word] of words.entries()) {
    const gap = word.apart ? maxGapApart : maxGap
    const latest = isFirst && index === 0 ? end : end + gap
    let at = end
    for (;;) {
      const typed = at <= latest ? message[at] : undefined
      if (!typed) return NOT_FOUND
      if (isSame(word, typed)) break
      at += 1
    }
    end = at + 1
  }
  return end
}

/** Nobody mistakes the first letter. */
function isSameOrMisspelt(word: Token, typed: Token): boolean {
  return (
    word.key === typed.key ||
    (word.text.length >= SHORTEST_MISSPELT &&
      isLongEnough(typed.text) &&
      word.text.charCodeAt(0) === typed.text.charCodeAt(0) &&
      isWithinOneEdit(word.text, typed.text))
  )
}

/** A word of five letters may have lost one. */
function isLongEnough(typed: string): boolean {
  return typed.length >= SHORTEST_MISSPELT - 1
}
