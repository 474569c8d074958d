/**
 * Patterns opened for matching: by the words that can begin them, with hints at what can come second.
 *
 * @example
 * openPatterns(packPatterns({ crisis: ['{want|wants} to die'] }, numberOf), vocabulary)
 */
import { unpack } from './packed.ts'
import type { PatternData } from './pattern.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface OpenPatterns {
  readonly vocabulary: Vocabulary
  readonly tags: readonly string[]
  /** As packed, and the same with the sounds of words in their place. */
  readonly row: Int32Array
  readonly soundRow: Int32Array
  /** Four numbers for each way in which a pattern can begin (`HEAD`), in the order of the sounds that it begins with. */
  readonly heads: Int32Array
  /** By the number of a sound, where the heads that begin with it begin. */
  readonly headsOf: Int32Array
  /** Sounds that begin patterns by their first letter, in which nobody slips, and by how many they have. */
  readonly firsts: ReadonlyMap<number, readonly number[]>
}

interface Head {
  readonly sound: number
  readonly start: number
  readonly secondSounds: number
  readonly secondLetters: number
  readonly tag: number
}

/**
 * In a head: where its pattern begins in the row; hints at what its second word may be, both `ANY` where one word may be all;
 * and the number of its tag. Numbers side by side, since a message passes thirty heads, and objects lie all over the memory.
 */
export const HEAD = { start: 0, secondSounds: 1, secondLetters: 2, tag: 3, size: 4 } as const
const FIELDS = ['start', 'secondSounds', 'secondLetters', 'tag'] as const

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
  const heads: Head[] = []
  let start = 0
  for (let tag = 0; tag < tags.length; tag += 1)
    for (let count = 0; count < (counts[tag] as number); count += 1) {
      const second = secondOf(row, start, vocabulary)
      for (const sound of firstSounds(row, start, vocabulary)) heads.push({ sound, start, ...second, tag })
      start = toSounds(row, soundRow, start, vocabulary)
    }
  return { vocabulary, tags, row, soundRow, ...inOrder(heads, vocabulary) }
}

/** Without those that one word may be all of. */
export function ofSeveralWords(patterns: OpenPatterns): OpenPatterns {
  const { heads, headsOf, vocabulary } = patterns
  const several: Head[] = []
  for (let sound = 0; sound < vocabulary.sounds.length; sound += 1)
    for (let at = headsOf[sound] as number; at < (headsOf[sound + 1] as number); at += HEAD.size) {
      const secondSounds = heads[at + HEAD.secondSounds] as number
      if (secondSounds === ANY) continue
      several.push({
        sound,
        start: heads[at + HEAD.start] as number,
        secondSounds,
        secondLetters: heads[at + HEAD.secondLetters] as number,
        tag: heads[at + HEAD.tag] as number,
      })
    }
  return { ...patterns, ...inOrder(several, vocabulary) }
}

/** By sound; those of the same sound stay in the order in which they came. */
function inOrder(
  heads: readonly Head[],
  { sounds }: Vocabulary,
): Pick<OpenPatterns, 'heads' | 'headsOf' | 'firsts'> {
  const headsOf = new Int32Array(sounds.length + 1)
  for (const { sound } of heads) headsOf[sound + 1] = (headsOf[sound + 1] as number) + HEAD.size
  for (let sound = 0; sound < sounds.length; sound += 1)
    headsOf[sound + 1] = (headsOf[sound + 1] as number) + (headsOf[sound] as number)
  const numbers = new Int32Array(heads.length * HEAD.size)
  for (const [index, head] of [...heads].sort((one, other) => one.sound - other.sound).entries())
    for (const name of FIELDS) numbers[index * HEAD.size + HEAD[name]] = head[name]
  return { heads: numbers, headsOf, firsts: firstsOf(heads, sounds) }
}

export function letterAndLength(text: string, length: number): number {
  return text.charCodeAt(0) * LONGEST_WORD + length
}

function firstsOf(heads: readonly Head[], sounds: readonly string[]): OpenPatterns['firsts'] {
  const firsts = new Map<number, number[]>()
  for (const sound of new Set(heads.map((head) => head.sound))) {
    const text = sounds[sound] as string
    if (text.length < SHORTEST_MISSPELT) continue
    const key = letterAndLength(text, text.length)
    firsts.set(key, [...(firsts.get(key) ?? []), sound])
  }
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
