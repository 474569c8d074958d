/**
 * The meaning of a sentence, by an index over keywords, everyday phrases and what topics say (build-index.ts).
 *
 * Words are compared as they sound; the caller leaves out words that all sentences have; only a word that the index does not know
 * is looked for in near spellings, so that a known word is never taken for another.
 *
 * @example
 * const index = openIndex(line.lexicon.index, vocabulary.sounds)
 * search(index, hear(vocabulary, ['yellow', 'skinn']), (entry, score) => …) // entries[entry] is 'en/liver', score 14.2
 */
import { type IndexData, SCORE_STEP } from './build-index.ts'
import { type NearSound, nearSounds, type OpenSounds, openSounds, soundsBeginning } from './near-sounds.ts'
import { unpack } from './packed.ts'
import { type Message, UNKNOWN } from './vocabulary.ts'

export interface OpenIndex {
  readonly sounds: OpenSounds
  /** Where the pointers of each sound begin. */
  readonly starts: Int32Array
  readonly pointers: Int32Array
  readonly scores: Int32Array
  /** Of each entry, while a message is read: what its words score, how many point to it, and the last that did. */
  readonly sums: Float64Array
  readonly words: Uint8Array
  readonly last: Uint16Array
  /** The entries that the message has pointed to. */
  readonly touched: number[]
}

/** More words than these are not looked for: a rambling text repeats itself, and everyone must be answered at once. */
const MOST_KNOWN = 60
const MOST_UNKNOWN = 8
/** Up to so many words that carry meaning, each counts in full. */
const SHORT_MESSAGE = 5

/** `sounds` begin with those of the index. */
export function openIndex(data: IndexData, sounds: readonly string[]): OpenIndex {
  const { entries } = data
  const counts = unpack(data.counts)
  const starts = new Int32Array(counts.length + 1)
  for (let sound = 0; sound < counts.length; sound += 1)
    starts[sound + 1] = (starts[sound] as number) + (counts[sound] as number)
  return {
    sounds: openSounds(sounds.slice(0, counts.length)),
    starts,
    pointers: unpack(data.pointers),
    scores: unpack(data.scores),
    sums: new Float64Array(entries.length),
    words: new Uint8Array(entries.length),
    last: new Uint16Array(entries.length),
    touched: [],
  }
}

/**
 * Tells each entry that the words point to, by its number: one to which several point scores more than their sum, as in MiniSearch.
 * Nothing is kept of the words: one that the line does not know may be somebody's name.
 */
export function search(
  index: OpenIndex,
  { words, sounds, soundTexts }: Message,
  background: Uint8Array,
  tell: (entry: number, score: number) => void,
): void {
  const known = new Set<number>()
  const unknown = new Set<string>()
  // What is left of a message at which something failed is not the next one's.
  forget(index)
  for (let at = 0; at < sounds.length; at += 1) {
    const sound = sounds[at] as number
    const text = soundTexts[at] as string
    if (background[words[at] as number] === 1 || known.has(sound) || unknown.has(text) || text === '')
      continue
    if (isKnown(index, sound)) {
      known.add(sound)
      if (known.size <= MOST_KNOWN) addKnown(index, sound, known.size + unknown.size)
    } else {
      unknown.add(text)
      if (unknown.size <= MOST_UNKNOWN)
        for (const near of nearSounds(index.sounds, text)) addSound(index, near, known.size + unknown.size)
    }
  }
  // A long story has many words that point many ways: each counts for less, and keywords for more.
  const share = Math.min(1, SHORT_MESSAGE / (known.size + unknown.size))
  for (const entry of index.touched)
    tell(entry, (index.sums[entry] as number) * (index.words[entry] as number) * share)
  forget(index)
}

function forget({ sums, words, last, touched }: OpenIndex): void {
  for (const entry of touched) {
    sums[entry] = 0
    words[entry] = 0
    last[entry] = 0
  }
  touched.length = 0
}

function isKnown({ sounds }: OpenIndex, sound: number): boolean {
  return sound !== UNKNOWN && sound < sounds.texts.length
}

/** A known word means itself, and a little what it begins. */
function addKnown(index: OpenIndex, sound: number, word: number): void {
  const { sounds } = index
  addSound(index, { sound, weight: 1 }, word)
  for (const longer of soundsBeginning(sounds, sounds.texts[sound] as string, sound + 1))
    addSound(index, longer, word)
}

/** `word` counts the words of the message. */
function addSound(
  { starts, pointers, scores, sums, words, last, touched }: OpenIndex,
  { sound, weight }: NearSound,
  word: number,
): void {
  const end = starts[sound + 1] as number
  for (let at = starts[sound] as number; at < end; at += 1) {
    const entry = pointers[at] as number
    if (words[entry] === 0) touched.push(entry)
    if (last[entry] !== word) words[entry] = (words[entry] as number) + 1
    last[entry] = word
    sums[entry] = (sums[entry] as number) + weight * (scores[at] as number) * SCORE_STEP
  }
}
