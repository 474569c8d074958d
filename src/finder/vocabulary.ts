/**
 * The line's own words, each by a number and with the number of its sound; and messages read as such numbers, so that
 * they are compared without looking at letters.
 *
 * @example
 * const { numberOf, data } = buildVocabulary(['kemo'])
 * numberOf('chemo') // 0, whose sound is 0 too
 * hear(openVocabulary(data()), ['kemo', 'brain']) // { words: [-1, -1], sounds: [0, -1], … }
 */
import { fold } from './fold.ts'
import { createNumbering } from './numbering.ts'
import { type Packed, pack, unpack } from './packed.ts'

/** As plain data: words as they are written, sounds, and the number of each word's sound. */
export interface VocabularyData {
  readonly written: readonly string[]
  readonly sounds: readonly string[]
  readonly soundsOf: Packed
}

export interface Vocabulary {
  readonly numbers: ReadonlyMap<string, number>
  readonly soundNumbers: ReadonlyMap<string, number>
  readonly written: readonly string[]
  readonly sounds: readonly string[]
  readonly soundsOf: Int32Array
}

/** A message, word by word: as written and as it sounds, and the numbers of these, or `UNKNOWN`. */
export interface Message {
  readonly written: readonly string[]
  readonly words: readonly number[]
  readonly soundTexts: readonly string[]
  readonly sounds: readonly number[]
}

export const UNKNOWN = -1

/** Words get their numbers as they come, before `data` is asked for; the sounds given come first. */
export function buildVocabulary(firstSounds: readonly string[]) {
  const words = createNumbering()
  const sounds = createNumbering(firstSounds)
  return {
    numberOf: words.numberOf,
    data(): VocabularyData {
      const soundsOf = words.names.map((word) => sounds.numberOf(fold(word)))
      return { written: words.names, sounds: sounds.names, soundsOf: pack(soundsOf) }
    },
  }
}

export function openVocabulary({ written, sounds, soundsOf }: VocabularyData): Vocabulary {
  return {
    numbers: createNumbering(written).numbers,
    soundNumbers: createNumbering(sounds).numbers,
    written,
    sounds,
    soundsOf: unpack(soundsOf),
  }
}

export function hear(vocabulary: Vocabulary, written: readonly string[]): Message {
  const words: number[] = []
  const soundTexts: string[] = []
  const sounds: number[] = []
  for (const text of written) {
    const word = vocabulary.numbers.get(text) ?? UNKNOWN
    const soundText = word === UNKNOWN ? fold(text) : soundTextOf(vocabulary, word)
    words.push(word)
    soundTexts.push(soundText)
    sounds.push(
      word === UNKNOWN
        ? (vocabulary.soundNumbers.get(soundText) ?? UNKNOWN)
        : (vocabulary.soundsOf[word] as number),
    )
  }
  return { written, words, soundTexts, sounds }
}

/** Of one of the line's own words. */
export function soundTextOf({ sounds, soundsOf }: Vocabulary, word: number): string {
  return sounds[soundsOf[word] as number] as string
}
