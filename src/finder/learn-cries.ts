/**
 * Learns from example sentences which words tell a cry for help from an ordinary message: logistic regression, at compile
 * time, the same weights from the same sentences.
 *
 * @example
 * learnCries([{ words: 'they can get on without me', cry: true }, { words: 'can i get on a plane', cry: false }])
 */
import { traitsOf } from './cry-traits.ts'
import { fold } from './fold.ts'
import { pack } from './packed.ts'
import { type CryWeights, lengthOf, likelihood, MOST_STEPS, WEIGHT_STEP } from './weigh-cry.ts'

export interface Example {
  /** Normalised, in longhand. */
  readonly words: string
  readonly cry: boolean
}

const ROUNDS = 8
const RATE = 0.5
/** Draws every weight a little towards nought, so that none grows by what one sentence happens to have. */
const DECAY = 1e-4
/** Examples are taken in strides, so that cries and ordinary sentences come mixed. Prime, so that none is left out. */
const STRIDE = 7919

export function learnCries(examples: readonly Example[]): CryWeights {
  const ids = new Map<number, number>()
  const lessons = examples.map(({ words, cry }) => ({
    cry,
    traits: Int32Array.from(new Set(traitsOf(words.split(' ').map(fold))), (slot) => {
      if (!ids.has(slot)) ids.set(slot, ids.size)
      return ids.get(slot) as number
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
      const move = share + DECAY * (weights[id] as number)
      moved[id] = (moved[id] as number) + move ** 2
      weights[id] = (weights[id] as number) - (RATE * move) / Math.sqrt(moved[id] as number)
    }
    biasMoved += error ** 2
    bias -= (RATE * error) / Math.sqrt(biasMoved)
  }
  return { bias: Math.round(bias * 10) / 10, ...packWeights(ids, weights) }
}

function packWeights(
  ids: ReadonlyMap<number, number>,
  weights: Float64Array,
): Pick<CryWeights, 'gaps' | 'weights'> {
  const gaps: number[] = []
  const steps: number[] = []
  let before = 0
  for (const [slot, id] of [...ids].sort(([a], [b]) => a - b)) {
    const weight = inSteps(weights[id] as number)
    if (weight === 0) continue
    gaps.push(slot - before)
    steps.push(weight + MOST_STEPS)
    before = slot
  }
  return { gaps: pack(gaps), weights: pack(steps) }
}

function inSteps(weight: number): number {
  return Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(weight / WEIGHT_STEP)))
}
