/**
 * Messages as numbers of their features, so that several classifiers learn from the same messages and each is read once.
 *
 * @example
 * toCorpus([tokenize('my bones', spelling)], functionWords) // { names: ['my', '<s> my', 'bones', …], messages: [{ features: [0, 1, 2, …], … }] }
 */
import { featuresOf } from './features.ts'
import type { Token } from './tokens.ts'

export interface Corpus {
  /** By their numbers. */
  readonly names: readonly string[]
  readonly messages: readonly Message[]
}

export interface Message {
  /** Numbers of features, and how much each counts in this message. */
  readonly features: Int32Array
  readonly shares: Float64Array
}

/** The messages are read without abbreviations. */
export function toCorpus(
  messages: readonly (readonly Token[])[],
  functionWords: ReadonlySet<string>,
): Corpus {
  const numbers = new Map<string, number>()
  const counted = messages.map((message): Message => {
    const bag = featuresOf(message, functionWords)
    const features = new Int32Array(bag.size)
    let at = 0
    for (const name of bag.keys()) {
      const number = numbers.get(name) ?? numbers.size
      if (number === numbers.size) numbers.set(name, number)
      features[at] = number
      at += 1
    }
    return { features, shares: Float64Array.from(bag.values()) }
  })
  return { names: [...numbers.keys()], messages: counted }
}
