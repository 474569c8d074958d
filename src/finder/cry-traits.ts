/**
 * What is weighed of a message: each word, its beginning, each pair of words that stand close, and where it begins and ends.
 *
 * Traits are not kept by name: each is hashed to a slot (the hashing trick, Weinberger et al. 2009). There are two hundred times
 * as many slots as traits are learnt, so that few share one: with 2^17, one cry in 25 was no longer heard.
 *
 * @example
 * traitsOf(['without', 'me']) // [slot of "without", of "^ witho", of "witho-", …]
 */
export const SLOT_BITS = 24

/** Of a longer word only its beginning is compared in pairs: "burden" and "burdens", "cansada" and "cansado". */
const BEGINNING = 5
/** Kinds of traits: a word, its beginning, and two words side by side or with one other between them. */
const WORD = 1
const BEGINNING_OF = 2
const NEXT = 3
const NEAR = 4
/** Stand in pairs for where a message begins and ends. */
const START = 1
const END = 2

/** The slots of what is weighed of a message: words and their beginnings, pairs, and where it begins and ends. */
export function traitsOf(sounds: readonly string[]): readonly number[] {
  const beginnings = [START, ...sounds.map((sound) => hash(sound, BEGINNING)), END]
  const traits = sounds.map((sound) => slotOf(WORD, hash(sound, sound.length)))
  for (let at = 0; at + 1 < beginnings.length; at += 1) {
    const beginning = beginnings[at] as number
    const sound = sounds[at - 1]
    if (sound !== undefined && sound.length >= BEGINNING) traits.push(slotOf(BEGINNING_OF, beginning))
    traits.push(slotOf(NEXT, beginning, beginnings[at + 1]))
    if (at + 2 < beginnings.length) traits.push(slotOf(NEAR, beginning, beginnings[at + 2]))
  }
  return traits
}

/** FNV-1a, of so many letters. */
function hash(sound: string, most: number): number {
  let hashed = 0x811c9dc5
  const length = Math.min(sound.length, most)
  for (let at = 0; at < length; at += 1) hashed = Math.imul(hashed ^ sound.charCodeAt(at), 0x01000193)
  return hashed
}

/** Mixed as MurmurHash3 ends, so that every bit of the words and of what kind of trait they are counts in the slot. */
function slotOf(kind: number, word: number, other = 0): number {
  let mixed = word + Math.imul(kind, 0x9e3779b1) + Math.imul(other, 0x27d4eb2f)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> (32 - SLOT_BITS)
}
