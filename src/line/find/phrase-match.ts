/**
 * Whether a phrase stands in a message, forgivingly: its words as they sound, in order, at most one other word between two of them,
 * and a word of five letters or more with one letter wrong. Braces hold alternatives.
 *
 * @example
 * const phrases = buildPhrases([{ pattern: '{want|wants} to die', tag: 'crisis' }])
 * matchPhrases(phrases, ['she', 'wants', 'to', 'just', 'die'].map(hear)) // Set { 'crisis' }
 */
import { distance } from 'fastest-levenshtein'
import { fold } from './fold.ts'
import { normalise } from './normalise.ts'

/** A word as it is written, and as it sounds. */
export interface Heard {
  readonly written: string
  readonly sound: string
}

/** Each slot is a choice of alternatives, each of one word or more. */
type Slot = readonly (readonly Heard[])[]

interface TaggedPattern {
  readonly slots: readonly Slot[]
  readonly tag: string
}

/** Patterns as plain data, and which of them can begin with a word. */
export interface Phrases {
  readonly patterns: readonly TaggedPattern[]
  /** By the sound of the first word. */
  readonly byFirstWord: Readonly<Record<string, readonly number[]>>
  /** Those sounds by their first letter, in which nobody slips. */
  readonly firstWords: Readonly<Record<string, readonly string[]>>
}

const SHORTEST_MISSPELT = 5
const MOST_BETWEEN = 1
const NOTHING: Heard = { written: '', sound: '' }

type SameWord = (word: Heard, typed: Heard) => boolean

export function buildPhrases(phrases: readonly { pattern: string; tag: string }[]): Phrases {
  const byFirstWord: Record<string, number[]> = Object.create(null)
  const patterns = phrases.map(({ pattern, tag }, index) => {
    const slots = slotsOf(pattern)
    for (const first of new Set(slots[0]?.map(([word]) => word?.sound as string))) {
      byFirstWord[first] ??= []
      byFirstWord[first].push(index)
    }
    return { slots, tag }
  })
  const firstWords: Record<string, string[]> = {}
  for (const first of Object.keys(byFirstWord)) {
    const letter = first[0] ?? ''
    firstWords[letter] ??= []
    firstWords[letter].push(first)
  }
  return { patterns, byFirstWord: { ...byFirstWord }, firstWords }
}

export function hear(written: string): Heard {
  return { written, sound: fold(written) }
}

/** The tags of all phrases that stand in the message. */
export function matchPhrases(phrases: Phrases, message: readonly Heard[]): ReadonlySet<string> {
  const { patterns, byFirstWord } = phrases
  const found = new Set<string>()
  for (const [start, word] of message.entries())
    for (const first of firstsLike(phrases, word))
      for (const index of byFirstWord[first] ?? []) {
        const { slots, tag } = patterns[index] as TaggedPattern
        if (!found.has(tag) && endOf(slots, message, start, MOST_BETWEEN, isSpelling) !== undefined)
          found.add(tag)
      }
  return found
}

/** The message without the words of the phrases that stand in it, word next to word. */
export function blankOut({ patterns, byFirstWord }: Phrases, message: readonly Heard[]): readonly Heard[] {
  const left = [...message]
  for (const [start, { sound }] of message.entries())
    for (const index of Object.hasOwn(byFirstWord, sound) ? (byFirstWord[sound] ?? []) : []) {
      const end = endOf((patterns[index] as TaggedPattern).slots, message, start, 0, soundsAlike)
      if (end !== undefined) left.fill(NOTHING, start, end)
    }
  return left
}

/** Everything a pattern stands for: `{a|b} c` gives `a c` and `b c`. */
export function expandPattern(pattern: string): readonly string[] {
  return slotsOf(pattern).reduce<readonly string[]>(
    (before, slot) =>
      before.flatMap((start) =>
        slot.map((words) => [start, ...words.map(({ written }) => written)].join(' ').trim()),
      ),
    [''],
  )
}

function slotsOf(pattern: string): readonly Slot[] {
  return pattern
    .split(/[{}]/)
    .map((piece, index) =>
      (index % 2 === 1 ? piece.split('|') : [piece]).map((words) => normalise(words).split(' ').map(hear)),
    )
    .filter((slot) => slot.some(([word]) => word?.written !== ''))
}

/** Where the pattern ends in the message if it begins at `start`. */
function endOf(
  slots: readonly Slot[],
  message: readonly Heard[],
  start: number,
  between: number,
  same: SameWord,
): number | undefined {
  const follow = (slot: number, at: number): number | undefined => {
    const alternatives = slots[slot]
    if (!alternatives) return at
    for (const words of alternatives) {
      // Only what comes after the first word may stand apart.
      const end = wordsEnd(words, message, at, slot === 0 ? 0 : between, between, same)
      const last = end === undefined ? undefined : follow(slot + 1, end)
      if (last !== undefined) return last
    }
    return undefined
  }
  return follow(0, start)
}

function wordsEnd(
  words: readonly Heard[],
  message: readonly Heard[],
  start: number,
  firstGap: number,
  between: number,
  same: SameWord,
): number | undefined {
  let at = start
  for (const [index, word] of words.entries()) {
    const gap = index === 0 ? firstGap : between
    const passed = at
    while (!same(word, message[at] ?? NOTHING)) {
      at += 1
      if (at > passed + gap) return undefined
    }
    at += 1
  }
  return at
}

/** The first words that begin patterns and that this word may be. */
function firstsLike({ byFirstWord, firstWords }: Phrases, { written, sound }: Heard): readonly string[] {
  if (Object.hasOwn(byFirstWord, sound)) return [sound]
  if (written.length < SHORTEST_MISSPELT - 1) return []
  return firstWords[sound[0] ?? '']?.filter((first) => isSlip(first, sound)) ?? []
}

function soundsAlike(word: Heard, typed: Heard): boolean {
  return word.sound === typed.sound
}

/** As it sounds; or, from five letters on and from the same first letter, with one slip. */
function isSpelling(word: Heard, typed: Heard): boolean {
  if (soundsAlike(word, typed)) return true
  return word.written[0] === typed.written[0] && isSlip(word.written, typed.written)
}

/** One letter more, less or other, or two neighbours that changed places. */
function isSlip(word: string, typed: string): boolean {
  if (word.length < SHORTEST_MISSPELT || typed.length < SHORTEST_MISSPELT - 1) return false
  if (Math.abs(word.length - typed.length) > 1) return false
  return isSwapped(word, typed) || distance(word, typed) <= 1
}

function isSwapped(word: string, typed: string): boolean {
  if (word.length !== typed.length) return false
  const at = [...word].findIndex((letter, index) => letter !== typed[index])
  return (
    word[at] === typed[at + 1] && word[at + 1] === typed[at] && word.slice(at + 2) === typed.slice(at + 2)
  )
}
