/**
 * Messages as vectors of unit length, in which a rare feature tells more than a common one (tf-idf).
 *
 * @example
 * toVectors(corpus.names, corpus.messages) // { names: ['my', 'bones', …], idf: [0.4, 2.1, …], vectors: [{ features, values }] }
 */
import type { Message } from './corpus.ts'

export interface Vectors {
  /** Of the features that are kept, by their new numbers. */
  readonly names: readonly string[]
  /** How telling each of them is. */
  readonly idf: readonly number[]
  readonly vectors: readonly Vector[]
}

export interface Vector {
  readonly features: Int32Array
  readonly values: Float64Array
}

/** How much more a rare feature tells than a common one. */
const IDF_POWER = 1.5
/** A feature that fewer messages have is left out. */
const FEWEST = 2
const LEFT_OUT = -1

export function toVectors(names: readonly string[], messages: readonly Message[]): Vectors {
  const counts = new Int32Array(names.length)
  for (const { features } of messages)
    for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1
  const kept = names.flatMap((name, feature) => {
    const count = counts[feature] ?? 0
    return count >= FEWEST || (count > 0 && isWord(name)) ? [feature] : []
  })
  const idf = kept.map((feature) => Math.log(1 + messages.length / (counts[feature] ?? 1)) ** IDF_POWER)
  const numbers = new Int32Array(names.length).fill(LEFT_OUT)
  for (const [number, feature] of kept.entries()) numbers[feature] = number
  return {
    names: kept.map((feature) => names[feature] ?? ''),
    idf,
    vectors: messages.map((message) => toVector(message, numbers, idf)),
  }
}

/** A word that only one message has may be the name of a medicine; a pair or a group of letters that only one has is chance. */
function isWord(name: string): boolean {
  return !/[ #]/.test(name)
}

function toVector({ features, shares }: Message, numbers: Int32Array, idf: readonly number[]): Vector {
  const known = features.map((feature) => numbers[feature] ?? LEFT_OUT)
  const values = shares.map((share, at) => share * (idf[known[at] ?? LEFT_OUT] ?? 0))
  let squares = 0
  for (const value of values) squares += value ** 2
  const length = Math.sqrt(squares) || 1
  return {
    features: known.filter((feature) => feature !== LEFT_OUT),
    values: values.filter((_, at) => known[at] !== LEFT_OUT).map((value) => value / length),
  }
}
