/**
 * Patterns opened for matching: by the words that can begin them, with hints at what can come second.
 *
 * @example
 * openPatterns(packPatterns({ crisis: ['{want|wants} to die'] }, numberOf), vocabulary)
 */
import { unpack } from './packed.ts'
import type { PatternData } from './pattern.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Pattern {
  readonly tag: string
  /** Where it begins in the row. */
  readonly start: number
  /** Hints at what its second word may be; both are `ANY` where one word may be all. */
  readonly secondSounds: number
  readonly secondLetters: number
}

export interface OpenPatterns {
  readonly vocabulary: Vocabulary
  /** As packed, and the same with the sounds of words in their place. */
  readonly row: Int32Array
  readonly soundRow: Int32Array
  /** By the sound of the first word; empty at sounds that begin none. */
  readonly byFirst: readonly (readonly Pattern[] | undefined)[]
  /** Those sounds by their first letter, in which nobody slips, and by how many they have. */
  readonly firsts: ReadonlyMap<number, readonly number[]>
}

/** A word of so many letters may have one wrong. */
export const SHORTEST_MISSPELT = 5
/** All bits. */
export const ANY = -1
/** Longer than any word. */
const LONGEST_WORD = 2 ** 11

export function openPatterns(
  { tags, counts, row: packed }: PatternData,
  vocabulary: Vocabulary,
): OpenPatterns {
  const row = unpack(packed)
  const soundRow = row.slice()
  const byFirst = new Array<Pattern[] | undefined>(vocabulary.sounds.length).fill(undefined)
  let start = 0
  for (const [index, tag] of tags.entries())
    for (let count = 0; count < (counts[index] as number); count += 1) {
      const { secondSounds, secondLetters } = secondOf(row, start, vocabulary)
      const pattern = { tag, start, secondSounds, secondLetters }
      for (const sound of firstSounds(row, start, vocabulary)) {
        byFirst[sound] ??= []
        byFirst[sound].push(pattern)
      }
      start = toSounds(row, soundRow, start, vocabulary)
    }
  return { vocabulary, row, soundRow, byFirst, firsts: firstsOf(vocabulary, byFirst) }
}

/** Without those that one word may be all of. */
export function ofSeveralWords(patterns: OpenPatterns): OpenPatterns {
  const byFirst = patterns.byFirst.map((each) => {
    const several = each?.filter(({ secondSounds }) => secondSounds !== ANY)
    return several && several.length > 0 ? several : undefined
  })
  return { ...patterns, byFirst, firsts: firstsOf(patterns.vocabulary, byFirst) }
}

export function letterAndLength(text: string, length: number): number {
  return text.charCodeAt(0) * LONGEST_WORD + length
}

function firstsOf({ sounds }: Vocabulary, byFirst: OpenPatterns['byFirst']): OpenPatterns['firsts'] {
  const firsts = new Map<number, number[]>()
  for (const [sound, text] of sounds.entries())
    if (byFirst[sound] && text.length >= SHORTEST_MISSPELT)
      addTo(firsts, letterAndLength(text, text.length), sound)
  return firsts
}

function firstSounds(row: Int32Array, start: number, { soundsOf }: Vocabulary): ReadonlySet<number> {
  const sounds = new Set<number>()
  const next = start + 1 + (row[start] as number)
  for (let place = start + 1; place < next; place += 1 + (row[place] as number))
    sounds.add(soundsOf[row[place + 1] as number] as number)
  return sounds
}

/** Most messages go on otherwise, and need no closer look. */
function secondOf(row: Int32Array, start: number, { written, soundsOf }: Vocabulary) {
  let [secondSounds, secondLetters] = [0, 0]
  const add = (word: number) => {
    const text = written[word] as string
    secondSounds |= 1 << (soundsOf[word] as number)
    if (text.length >= SHORTEST_MISSPELT) secondLetters |= 1 << text.charCodeAt(0)
  }
  const next = start + 1 + (row[start] as number)
  for (let place = start + 1; place < next; place += 1 + (row[place] as number))
    if ((row[place] as number) > 1) add(row[place + 2] as number)
    else if (row[next] === 0) return { secondSounds: ANY, secondLetters: ANY }
    else
      for (let then = next + 1; then < next + 1 + (row[next] as number); then += 1 + (row[then] as number))
        add(row[then + 1] as number)
  return { secondSounds, secondLetters }
}

/** Puts the sounds of the words of one pattern in their place, and says where the next begins. */
function toSounds(row: Int32Array, soundRow: Int32Array, start: number, { soundsOf }: Vocabulary): number {
  let slot = start
  while (row[slot] !== 0) {
    const next = slot + 1 + (row[slot] as number)
    for (let place = slot + 1; place < next; place += 1 + (row[place] as number))
      for (let word = place + 1; word <= place + (row[place] as number); word += 1)
        soundRow[word] = soundsOf[row[word] as number] as number
    slot = next
  }
  return slot + 1
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
