/**
 * Which sequences of words, such as keywords and everyday phrases, stand in a message to the letter, word next to word.
 *
 * @example
 * const sequences = openSequences(packSequences(['am i dying'], numberOf))
 * sequencesIn(sequences, hear(vocabulary, ['so', 'am', 'i', 'dying']).words) // [{ sequence: 0, start: 1, length: 3 }]
 */
import { type Packed, pack, unpack } from './packed.ts'
import { UNKNOWN } from './vocabulary.ts'

/** As plain data: how many words each has, and the numbers of these. */
export interface SequenceData {
  readonly lengths: Packed
  readonly words: Packed
}

export interface Sequences {
  readonly words: Int32Array
  /** Where each sequence begins. */
  readonly starts: Int32Array
  /** A table of hashes: of each slot the sequence that is kept there, or `NONE`. */
  readonly table: Int32Array
  /** By the number of a first word, how many words the longest sequence has. */
  readonly longest: Uint8Array
}

export interface SequenceIn {
  readonly sequence: number
  readonly start: number
  readonly length: number
}

const NONE = -1

export function packSequences(texts: readonly string[], numberOf: (word: string) => number): SequenceData {
  const lists = texts.map((text) => text.split(' ').map(numberOf))
  return { lengths: pack(lists.map(({ length }) => length)), words: pack(lists.flat()) }
}

export function openSequences(data: SequenceData, wordCount: number): Sequences {
  const words = unpack(data.words)
  const lengths = unpack(data.lengths)
  const starts = new Int32Array(lengths.length + 1)
  const longest = new Uint8Array(wordCount)
  // At most half full, so that a search soon meets an empty slot.
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * lengths.length + 1))).fill(NONE)
  for (let sequence = 0; sequence < lengths.length; sequence += 1) {
    const start = starts[sequence] as number
    const end = start + (lengths[sequence] as number)
    starts[sequence + 1] = end
    const first = words[start] as number
    longest[first] = Math.max(longest[first] as number, end - start)
    let hash = 0
    for (let at = start; at < end; at += 1) hash = hashOn(hash, words[at] as number)
    let slot = hash & (table.length - 1)
    while (table[slot] !== NONE) slot = (slot + 1) & (table.length - 1)
    table[slot] = sequence
  }
  return { words, starts, table, longest }
}

/** `message` holds the numbers of its words. */
export function sequencesIn(sequences: Sequences, message: readonly number[]): readonly SequenceIn[] {
  const { table, longest } = sequences
  const found: SequenceIn[] = []
  for (let start = 0; start < message.length; start += 1) {
    const first = message[start] as number
    const most = first === UNKNOWN ? 0 : Math.min(longest[first] as number, message.length - start)
    let hash = 0
    for (let length = 1; length <= most; length += 1) {
      hash = hashOn(hash, message[start + length - 1] as number)
      let slot = hash & (table.length - 1)
      for (let sequence = table[slot] as number; sequence !== NONE; sequence = table[slot] as number) {
        if (isAt(sequences, sequence, message, start, length)) found.push({ sequence, start, length })
        slot = (slot + 1) & (table.length - 1)
      }
    }
  }
  return found
}

function isAt(
  { words, starts }: Sequences,
  sequence: number,
  message: readonly number[],
  start: number,
  length: number,
): boolean {
  const begin = starts[sequence] as number
  if ((starts[sequence + 1] as number) - begin !== length) return false
  for (let at = 0; at < length; at += 1) if (words[begin + at] !== message[start + at]) return false
  return true
}

/** The hash of a sequence that goes on with one more word. */
function hashOn(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
