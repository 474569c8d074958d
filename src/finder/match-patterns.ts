/**
 * Whether a pattern stands in a message, forgivingly: its words as they sound, in order, at most one other word between two
 * of them, and a word of five letters or more with one letter wrong.
 *
 * @example
 * const patterns = openPatterns(packPatterns({ crisis: ['{want|wants} to die'] }, numberOf), vocabulary)
 * matchPatterns(patterns, hear(vocabulary, ['she', 'wants', 'to', 'just', 'die'])) // ['crisis']
 */
import { ANY, HEAD, letterAndLength, type OpenPatterns, SHORTEST_MISSPELT } from './open-patterns.ts'
import { isSlip } from './slip.ts'
import { type Message, UNKNOWN } from './vocabulary.ts'

/** How a pattern and a message are compared. */
interface Reading {
  readonly patterns: OpenPatterns
  readonly message: Message
  /** What is compared: words as they are written, or as they sound. */
  readonly same: Int32Array
  readonly said: readonly number[]
  readonly mayBeMisspelt: boolean
  /** How many other words may stand between two. */
  readonly between: number
  /** Where the pattern must end, if that matters. */
  readonly end: number | undefined
}

const MOST_BETWEEN = 1
/** The place of a pattern that is not found. */
const NOWHERE = -1

/** The tags of all patterns that stand in the message. */
export function matchPatterns(patterns: OpenPatterns, message: Message): readonly string[] {
  const { heads, headsOf, tags } = patterns
  const found: number[] = []
  const reading = {
    patterns,
    message,
    same: patterns.soundRow,
    said: message.sounds,
    mayBeMisspelt: true,
    between: MOST_BETWEEN,
    end: undefined,
  }
  const match = (start: number, first: number) => {
    const sounds = soundHintAt(message, start + 1) | soundHintAt(message, start + 2)
    const letters = letterHintAt(message, start + 1) | letterHintAt(message, start + 2)
    const end = headsOf[first + 1] as number
    for (let head = headsOf[first] as number; head < end; head += HEAD.size) {
      const tag = heads[head + HEAD.tag] as number
      if (
        mayBe(heads, head, sounds, letters) &&
        !found.includes(tag) &&
        endOf(reading, heads[head + HEAD.start] as number, start, 0) !== NOWHERE
      )
        found.push(tag)
    }
  }
  for (let start = 0; start < message.written.length; start += 1) {
    const first = message.sounds[start] as number
    if (begins(patterns, first)) match(start, first)
    else for (const near of firstsNear(patterns, message, start)) match(start, near)
  }
  return found.map((tag) => tags[tag] as string)
}

/** The tag of the last pattern that is the whole message, to the letter. */
export function matchWhole(patterns: OpenPatterns, message: Message): string | undefined {
  const { heads, headsOf, tags } = patterns
  const first = message.sounds[0] ?? UNKNOWN
  if (!begins(patterns, first)) return undefined
  const reading = {
    patterns,
    message,
    same: patterns.row,
    said: message.words,
    mayBeMisspelt: false,
    between: 0,
    end: message.written.length,
  }
  let last: string | undefined
  for (let head = headsOf[first] as number; head < (headsOf[first + 1] as number); head += HEAD.size)
    if (endOf(reading, heads[head + HEAD.start] as number, 0, 0) !== NOWHERE)
      last = tags[heads[head + HEAD.tag] as number]
  return last
}

/** The message without the words of the patterns that stand in it, word next to word. */
export function blankOut(patterns: OpenPatterns, message: Message): Message {
  const { heads, headsOf } = patterns
  const blank = new Set<number>()
  const reading = {
    patterns,
    message,
    same: patterns.soundRow,
    said: message.sounds,
    mayBeMisspelt: false,
    between: 0,
    end: undefined,
  }
  for (let start = 0; start < message.written.length; start += 1) {
    const first = message.sounds[start] as number
    if (!begins(patterns, first)) continue
    const sounds = soundHintAt(message, start + 1)
    for (let head = headsOf[first] as number; head < (headsOf[first + 1] as number); head += HEAD.size) {
      const end = mayBe(heads, head, sounds, 0)
        ? endOf(reading, heads[head + HEAD.start] as number, start, 0)
        : NOWHERE
      for (let at = start; at < end; at += 1) blank.add(at)
    }
  }
  return blank.size === 0 ? message : without(message, blank)
}

function without({ written, words, soundTexts, sounds }: Message, blank: ReadonlySet<number>): Message {
  return {
    written: written.map((word, at) => (blank.has(at) ? '' : word)),
    words: words.map((word, at) => (blank.has(at) ? UNKNOWN : word)),
    soundTexts: soundTexts.map((sound, at) => (blank.has(at) ? '' : sound)),
    sounds: sounds.map((sound, at) => (blank.has(at) ? UNKNOWN : sound)),
  }
}

/** Whether any pattern begins with this sound. */
function begins({ headsOf }: OpenPatterns, sound: number): boolean {
  return sound !== UNKNOWN && headsOf[sound] !== headsOf[sound + 1]
}

/** The sounds that begin patterns and that a word may be meant for that begins none. */
function firstsNear({ vocabulary, firsts }: OpenPatterns, message: Message, at: number): readonly number[] {
  const typed = message.soundTexts[at] as string
  if (!isLongEnough(message.written[at] as string) || !isLongEnough(typed)) return []
  const near: number[] = []
  for (let length = typed.length - 1; length <= typed.length + 1; length += 1)
    for (const first of firsts.get(letterAndLength(typed, length)) ?? [])
      if (isSlip(vocabulary.sounds[first] as string, typed)) near.push(first)
  return near
}

/** Where the slots from this place of the row on end in the message. */
function endOf(reading: Reading, slot: number, at: number, gap: number): number {
  const { row } = reading.patterns
  const size = row[slot] as number
  if (size === 0) return reading.end === undefined || reading.end === at ? at : NOWHERE
  const next = slot + 1 + size
  for (let place = slot + 1; place < next; place += 1 + (row[place] as number)) {
    const end = wordsEnd(reading, place, at, gap)
    const last = end === NOWHERE ? NOWHERE : endOf(reading, next, end, reading.between)
    if (last !== NOWHERE) return last
  }
  return NOWHERE
}

/** Where the alternative at this place of the row ends in the message. */
function wordsEnd(reading: Reading, place: number, start: number, firstGap: number): number {
  let at = start
  let gap = firstGap
  const last = place + (reading.patterns.row[place] as number)
  for (let word = place + 1; word <= last; word += 1) {
    const passed = at
    while (!isSame(reading, word, at)) {
      at += 1
      if (at > passed + gap) return NOWHERE
    }
    at += 1
    gap = reading.between
  }
  return at
}

/** Of the word at this place of the row; or, from five letters on and from the same first letter, with one slip. */
function isSame(reading: Reading, place: number, at: number): boolean {
  if (reading.said[at] === reading.same[place]) return true
  const typed = reading.message.written[at]
  if (!reading.mayBeMisspelt || typed === undefined || !isLongEnough(typed)) return false
  const word = reading.patterns.vocabulary.written[reading.patterns.row[place] as number] as string
  return word.length >= SHORTEST_MISSPELT && word.charCodeAt(0) === typed.charCodeAt(0) && isSlip(word, typed)
}

/** A word of five letters may have lost one. */
function isLongEnough(typed: string): boolean {
  return typed.length >= SHORTEST_MISSPELT - 1
}

/** One of 32 bits for each sound. */
function soundHintAt({ sounds }: Message, at: number): number {
  const sound = sounds[at] ?? UNKNOWN
  return sound === UNKNOWN ? 0 : 1 << sound
}

/** One of 32 bits for each first letter, in which nobody slips. */
function letterHintAt({ written }: Message, at: number): number {
  const word = written[at] ?? ''
  return isLongEnough(word) ? 1 << word.charCodeAt(0) : 0
}

function mayBe(heads: Int32Array, head: number, sounds: number, letters: number): boolean {
  const secondSounds = heads[head + HEAD.secondSounds] as number
  const secondLetters = heads[head + HEAD.secondLetters] as number
  return secondSounds === ANY || ((secondSounds & sounds) | (secondLetters & letters)) !== 0
}
