/**
 * How likely a message is a cry for help that no pattern foresees, such as "it would be easier for them without me".
 *
 * Each feature of a message (crisis-features.ts) has a weight, learnt from example sentences (train-crisis.ts): above zero where
 * cries have it, below where ordinary messages do.
 *
 * @example
 * crisisScore(openCrisisModel(lexicon.crisis), tokenize('they can get on without me').map(({ key }) => key)) // 0.93, of 1
 */
import { crisisFeatures } from './crisis-features.ts'

export interface CrisisModel {
  readonly bias: number
  /** Grouped: JSON that repeats the weight of each feature takes three times as long to open. */
  readonly weights: readonly { readonly weight: number; readonly features: readonly string[] }[]
}

export interface OpenCrisisModel {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
}

/** A long story is scored in overlapping windows of so many words, or a cry would drown in it. */
const WINDOW = 16
const STRIDE = 8

export function openCrisisModel({ bias, weights }: CrisisModel): OpenCrisisModel {
  const byFeature = new Map<string, number>()
  for (const { weight, features } of weights) for (const feature of features) byFeature.set(feature, weight)
  return { bias, weights: byFeature }
}

/** From 0 (ordinary) to 1 (a cry): the most of any window of the message, whose words are given by their phonetic keys. */
export function crisisScore({ bias, weights }: OpenCrisisModel, keys: readonly string[]): number {
  let most = 0
  for (let start = 0; start === 0 || start + WINDOW - STRIDE < keys.length; start += STRIDE) {
    const features = [...crisisFeatures(keys.slice(start, start + WINDOW))]
    const known = features.map((feature) => weights.get(feature)).filter((weight) => weight !== undefined)
    most = Math.max(most, likelihood(bias, known))
  }
  return most
}

/** By logistic regression, from the weights of the features that a message has. */
export function likelihood(bias: number, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return 1 / (1 + Math.exp(-(bias + sum / normaliser(weights.length))))
}

/** A long message has more features than a short one; neither counts for more. */
export function normaliser(features: number): number {
  return Math.sqrt(Math.max(1, features))
}
