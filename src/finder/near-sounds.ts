/**
 * The line's own words that an unknown word may be meant for: those it begins, and those that are spelt nearly so.
 *
 * @example
 * const sounds = openSounds(['skar', 'skin', 'skins'])
 * nearSounds(sounds, 'skinn') // [{ sound: 1, weight: 0.48 }, { sound: 2, weight: 0.5 }]
 */
import { distance } from 'fastest-levenshtein'

export interface OpenSounds {
  /** In the order of the alphabet. */
  readonly texts: readonly string[]
  /** The numbers of all sounds, the shortest first; the length and the letters of each; and where those of each length begin. */
  readonly byLength: Int32Array
  readonly lengthAt: Uint16Array
  readonly letters: Int32Array
  readonly lengths: Int32Array
  /** By two neighbouring letters, the places in `byLength` of the sounds that have them, where in the sound, and where each list begins. */
  readonly withPair: Int32Array
  readonly positions: Uint16Array
  readonly pairs: Int32Array
}

export interface NearSound {
  readonly sound: number
  /** Of 1: how much it counts, the less the more letters differ. */
  readonly weight: number
}

const SHORTEST_MISSPELT = 4
/** Of a word, so many letters may be wrong. */
const WRONG_SHARE = 0.25
const MOST_WRONG = 6
/** How much a word counts that is spelt nearly so, and one that begins so; both as in MiniSearch. */
const NEAR_WEIGHT = 0.6
const BEGINNING_WEIGHT = 0.25
const BEGINNING_LOSS = 0.3
/** Letters are told apart by their last five bits. */
const LETTERS = 32

export function openSounds(texts: readonly string[]): OpenSounds {
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0)
  const lengths = new Int32Array(longest + 2)
  const pairs = new Int32Array(LETTERS ** 2 + 1)
  for (const text of texts) {
    count(lengths, text.length)
    for (let at = 0; at + 1 < text.length; at += 1) count(pairs, pairAt(text, at))
  }
  addUp(lengths)
  addUp(pairs)
  const byLength = new Int32Array(texts.length)
  const nextOfLength = lengths.slice()
  for (let sound = 0; sound < texts.length; sound += 1)
    byLength[next(nextOfLength, (texts[sound] as string).length)] = sound
  const lengthAt = new Uint16Array(texts.length)
  const letters = new Int32Array(texts.length)
  const withPair = new Int32Array(pairs[LETTERS ** 2] as number)
  const positions = new Uint16Array(withPair.length)
  const nextOfPair = pairs.slice()
  for (let place = 0; place < byLength.length; place += 1) {
    const text = texts[byLength[place] as number] as string
    lengthAt[place] = text.length
    letters[place] = lettersOf(text)
    for (let at = 0; at + 1 < text.length; at += 1) {
      const slot = next(nextOfPair, pairAt(text, at))
      withPair[slot] = place
      positions[slot] = at
    }
  }
  return { texts, byLength, lengthAt, letters, lengths, withPair, positions, pairs }
}

/** Those that begin with the word at this place of the alphabet and go on, for words long enough to tell anything. */
export function soundsBeginning({ texts }: OpenSounds, word: string, from: number): readonly NearSound[] {
  if (word.length < SHORTEST_MISSPELT) return []
  const near: NearSound[] = []
  for (let sound = from; texts[sound]?.startsWith(word); sound += 1) {
    const { length } = texts[sound] as string
    const more = length - word.length
    near.push({ sound, weight: (BEGINNING_WEIGHT * length) / (length + BEGINNING_LOSS * more) })
  }
  return near
}

/** `word` is none of the line's own. */
export function nearSounds(sounds: OpenSounds, word: string): readonly NearSound[] {
  if (word.length < SHORTEST_MISSPELT) return []
  const { texts, byLength, lengths, lengthAt, letters, withPair, positions, pairs } = sounds
  const near = [...soundsBeginning(sounds, word, placeOf(texts, word))]
  const wrong = Math.min(MOST_WRONG, Math.round(word.length * WRONG_SHARE))
  const own = lettersOf(word)
  const first = lengths[word.length - wrong] ?? byLength.length
  const end = lengths[word.length + wrong + 1] ?? byLength.length
  // Of one piece more than there are wrong letters, one piece at least is as it should be.
  for (let piece = 0; piece <= wrong; piece += 1) {
    const begin = Math.floor((piece * word.length) / (wrong + 1))
    const pair = pairAt(word, begin)
    const last = pairs[pair + 1] as number
    for (let at = pairs[pair] as number; at < last; at += 1) {
      const place = withPair[at] as number
      if (place < first) continue
      if (place >= end) break
      // So many letters more or less stand before the piece, and so many after it.
      const before = (positions[at] as number) - begin
      const after = (lengthAt[place] as number) - word.length - before
      if (Math.abs(before) + Math.abs(after) > wrong) continue
      // Nor can more letters be missing, or be there besides.
      const other = letters[place] as number
      if (hasMore(own & ~other, wrong) || hasMore(other & ~own, wrong)) continue
      const sound = byLength[place] as number
      const text = texts[sound] as string
      const differing = distance(word, text)
      if (differing > wrong || text.startsWith(word) || near.some((other) => other.sound === sound)) continue
      near.push({ sound, weight: (NEAR_WEIGHT * text.length) / (text.length + differing) })
    }
  }
  return near
}

/** Lists that lie one behind another, as a counting sort makes them: counted, then begun where those before end, then filled. */
function count(lists: Int32Array, list: number): void {
  lists[list + 1] = (lists[list + 1] as number) + 1
}

function addUp(lists: Int32Array): void {
  for (let list = 1; list < lists.length; list += 1)
    lists[list] = (lists[list] as number) + (lists[list - 1] as number)
}

function next(lists: Int32Array, list: number): number {
  const place = lists[list] as number
  lists[list] = place + 1
  return place
}

/** Where the word would stand in the alphabet. */
function placeOf(texts: readonly string[], word: string): number {
  let [low, high] = [0, texts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((texts[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return low
}

/** The letter at this place and the next, as one number. */
function pairAt(word: string, at: number): number {
  return (word.charCodeAt(at) % LETTERS) * LETTERS + (word.charCodeAt(at + 1) % LETTERS)
}

/** One bit for each letter. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << word.charCodeAt(at)
  return letters
}

/** Whether more bits are set than so many. */
function hasMore(bits: number, most: number): boolean {
  let left = bits
  for (let count = 0; count < most; count += 1) left &= left - 1
  return left !== 0
}
