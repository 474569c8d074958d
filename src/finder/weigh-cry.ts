/**
 * How much a message sounds like a cry for help that no pattern hears, such as "it would be easier for them without me".
 *
 * Each trait of a message (cry-traits.ts) has a weight, learnt from example sentences (learn-cries.ts): above zero where cries
 * have it, below where ordinary messages do.
 *
 * @example
 * weighCry(openWeights(cries), ['they', 'can', 'get', 'on', 'without', 'me'].map(fold)) // 0.93, of 1
 */
import { SLOT_BITS, traitsOf } from './cry-traits.ts'
import { type Packed, unpack } from './packed.ts'

/** Weights as plain data: of the few slots that have one, how far each lies from the one before. */
export interface CryWeights {
  readonly bias: number
  readonly gaps: Packed
  /** In steps of `WEIGHT_STEP`, counted from the least. */
  readonly weights: Packed
}

export interface OpenWeights {
  readonly bias: number
  /** Of the slots that have a weight, in their order: where in its group, and the weight. */
  readonly inGroup: Uint16Array
  readonly weights: Int8Array
  /** Where the slots of each group begin. */
  readonly groups: Int32Array
}

/** The last bits of a slot tell it from the five that have a weight in its group; the others tell the group. */
const IN_GROUP_BITS = 10
const IN_GROUP = 2 ** IN_GROUP_BITS - 1
/** Weights are kept to one decimal: finer ones tell nothing. Nothing learnt weighs more than nine. */
export const WEIGHT_STEP = 0.1
export const MOST_STEPS = 90

/** A long story is weighed piece by piece, or a cry would drown in it. */
const PIECE = 16
const STEP = 8

export function openWeights({ bias, gaps, weights: packed }: CryWeights): OpenWeights {
  const distances = unpack(gaps)
  const steps = unpack(packed)
  const groups = new Int32Array(2 ** (SLOT_BITS - IN_GROUP_BITS) + 1)
  const inGroup = new Uint16Array(distances.length)
  const weights = new Int8Array(distances.length)
  let slot = 0
  for (let index = 0; index < distances.length; index += 1) {
    slot += distances[index] as number
    inGroup[index] = slot & IN_GROUP
    weights[index] = (steps[index] as number) - MOST_STEPS
    groups[(slot >>> IN_GROUP_BITS) + 1] = index + 1
  }
  // A group without slots begins where the next does.
  for (let group = 1; group < groups.length; group += 1)
    groups[group] = Math.max(groups[group] as number, groups[group - 1] as number)
  return { bias, inGroup, weights, groups }
}

/** From 0 (ordinary) to 1 (a cry): the most of any piece of the message, whose words are given as they sound. */
export function weighCry(weights: OpenWeights, sounds: readonly string[]): number {
  let most = 0
  for (let start = 0; start === 0 || start + PIECE - STEP < sounds.length; start += STEP)
    most = Math.max(most, weighPiece(weights, sounds.slice(start, start + PIECE)))
  return most
}

function weighPiece(weights: OpenWeights, piece: readonly string[]): number {
  const known: number[] = []
  let steps = 0
  for (const slot of traitsOf(piece)) {
    const weight = weightOf(weights, slot)
    if (weight === 0 || known.includes(slot)) continue
    known.push(slot)
    steps += weight
  }
  return likelihood(weights.bias + (steps * WEIGHT_STEP) / lengthOf(known))
}

function weightOf({ groups, inGroup, weights }: OpenWeights, slot: number): number {
  const end = groups[(slot >>> IN_GROUP_BITS) + 1] as number
  for (let at = groups[slot >>> IN_GROUP_BITS] as number; at < end; at += 1)
    if (inGroup[at] === (slot & IN_GROUP)) return weights[at] as number
  return 0
}

/** A long message has more traits than a short one; neither counts for more. */
export function lengthOf(traits: { readonly length: number }): number {
  return Math.sqrt(Math.max(1, traits.length))
}

/** The logistic function. */
export function likelihood(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
