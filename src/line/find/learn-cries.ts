/**
 * Learns from example sentences which words tell a cry for help from an ordinary message: logistic regression, at compile
 * time, the same weights from the same sentences.
 *
 * @example
 * learnCries([{ words: 'they can get on without me', cry: true }, { words: 'can i get on a plane', cry: false }])
 */
import { hear } from './phrase-match.ts'
import { type CryWeights, lengthOf, likelihood, traitsOf } from './weigh-cry.ts'

export interface Example {
  /** Normalised, in longhand. */
  readonly words: string
  readonly cry: boolean
}

const ROUNDS = 8
const RATE = 0.5
/** Examples are taken in strides, so that cries and ordinary sentences come mixed. Prime, so that none is left out. */
const STRIDE = 7919
/** Weights are kept to one decimal: finer ones tell nothing. */
const DECIMAL = 10

export function learnCries(examples: readonly Example[]): CryWeights {
  const ids = new Map<string, number>()
  const lessons = examples.map(({ words, cry }) => ({
    cry,
    traits: Int32Array.from(traitsOf(words.split(' ').map(hear)), (trait) => {
      if (!ids.has(trait)) ids.set(trait, ids.size)
      return ids.get(trait) as number
    }),
  }))
  const weights = new Float64Array(ids.size)
  // AdaGrad (Duchi, Hazan and Singer 2011): a trait that is seldom seen moves more each time.
  const moved = new Float64Array(ids.size).fill(1e-8)
  let bias = 0
  let biasMoved = 1e-8
  for (let step = 0; step < ROUNDS * lessons.length; step += 1) {
    const { cry, traits } = lessons[(step * STRIDE) % lessons.length] as (typeof lessons)[number]
    const length = lengthOf(traits)
    let sum = 0
    for (const id of traits) sum += weights[id] as number
    const error = likelihood(bias + sum / length) - (cry ? 1 : 0)
    const share = error / length
    for (const id of traits) {
      moved[id] = (moved[id] as number) + share ** 2
      weights[id] = (weights[id] as number) - (RATE * share) / Math.sqrt(moved[id] as number)
    }
    biasMoved += error ** 2
    bias -= (RATE * error) / Math.sqrt(biasMoved)
  }
  return { bias: rounded(bias), traits: byWeight(ids, weights) }
}

function byWeight(ids: ReadonlyMap<string, number>, weights: Float64Array): CryWeights['traits'] {
  const traits: Record<string, string[]> = {}
  for (const trait of [...ids.keys()].sort()) {
    const weight = rounded(weights[ids.get(trait) as number] as number)
    if (weight === 0) continue
    traits[weight] ??= []
    traits[weight].push(trait)
  }
  return traits
}

function rounded(weight: number): number {
  return Math.round(weight * DECIMAL) / DECIMAL
}
