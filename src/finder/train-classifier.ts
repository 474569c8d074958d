/**
 * Trains the classifier on example messages, when the line is compiled. The same examples give the same weights.
 *
 * Each label begins at the centroid of its examples (Rocchio), which tells much from few of them; some epochs of softmax regression
 * then correct what the centroids confuse. docs/finding.md compares it with other methods.
 *
 * @example
 * trainClassifier(toCorpus([tokenize('my hips ache', spelling), …], functionWords), [{ labels: ['bone'], message: 0 }, …])
 */
import { type Classifier, SCALE } from './classifier.ts'
import type { Corpus } from './corpus.ts'
import { toVectors, type Vector, type Vectors } from './vectors.ts'

export interface Example {
  /** The best first; others would be right too. */
  readonly labels: readonly string[]
  /** Its number in the corpus. */
  readonly message: number
}

/** How likely each label should be, by its number. */
type Target = ReadonlyMap<number, number>
/** By feature, and within that by label. */
type Weights = Float32Array

interface Descent {
  readonly weights: Weights
  readonly early: Weights
  /** The share of all steps that are past. */
  readonly past: number
}

/** The score of a message that is the centroid of its label. */
const CENTROID_SCORE = 50
const EPOCHS = 3
const LEARNING_RATE = 4
/** Of the labels of one example, how likely the first is held to be. */
const FIRST_SHARE = 0.7
const SMALLEST_ERROR = 0.01
/** Examples are taken in strides, so that labels come mixed. Prime, so that none is left out. */
const STRIDE = 7919
/** Weights that change a likelihood by less than people could notice are left out. */
const SMALLEST_WEIGHT = 0.7

export function trainClassifier(corpus: Corpus, examples: readonly Example[], epochs = EPOCHS): Classifier {
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort()
  const numbers = new Map(labels.map((label, number) => [label, number]))
  const targets = examples.map((example) => targetOf(example, numbers))
  const messages = examples.flatMap(({ message }) => corpus.messages[message] ?? [])
  const { names, idf, vectors } = toVectors(corpus.names, messages)
  const weights = toCentroids(vectors, targets, names.length, labels.length)
  if (epochs > 0) regress(weights, vectors, targets, labels.length, epochs)
  return { labels, features: write(names, idf, weights, labels.length) }
}

function targetOf({ labels: own }: Example, numbers: ReadonlyMap<string, number>): Target {
  const share = own.length > 1 ? FIRST_SHARE : 1
  return new Map(
    own.map((label, at) => [numbers.get(label) ?? 0, at === 0 ? share : (1 - share) / (own.length - 1)]),
  )
}

/** The root keeps a word that many examples share from drowning all others. */
function toCentroids(
  vectors: readonly Vector[],
  targets: readonly Target[],
  featureCount: number,
  labelCount: number,
): Weights {
  const weights = new Float32Array(featureCount * labelCount)
  const totals = new Float64Array(labelCount)
  for (const [index, { features, values }] of vectors.entries())
    for (const [label, share] of targets[index] ?? [])
      for (let at = 0; at < features.length; at += 1) {
        const value = share * (values[at] ?? 0)
        const place = (features[at] ?? 0) * labelCount + label
        weights[place] = (weights[place] ?? 0) + value
        totals[label] = (totals[label] ?? 0) + value
      }
  for (let place = 0; place < weights.length; place += 1) {
    const sum = weights[place] ?? 0
    if (sum > 0) weights[place] = CENTROID_SCORE * Math.sqrt(sum / (totals[place % labelCount] ?? 1))
  }
  return weights
}

/**
 * Some epochs of gradient descent, one example at a time. The weights become their average over all steps: the last steps alone would
 * make a message likely or not by the order of the examples, which changes with each that is added. Averaged as in Y. Freund and
 * R. Schapire, "Large Margin Classification Using the Perceptron Algorithm" (1999).
 */
function regress(
  weights: Weights,
  vectors: readonly Vector[],
  targets: readonly Target[],
  labelCount: number,
  epochs: number,
): void {
  const steps = epochs * vectors.length
  /** What the average lacks of the last weights: each change counts from its step on. */
  const early = new Float32Array(weights.length)
  for (let step = 0; step < steps; step += 1) {
    const at = (step * STRIDE) % vectors.length
    const [vector, target] = [vectors[at], targets[at]]
    if (vector && target) descend({ weights, early, past: step / steps }, vector, target, labelCount)
  }
  for (let place = 0; place < weights.length; place += 1)
    weights[place] = (weights[place] ?? 0) + (early[place] ?? 0)
}

/** One step down the gradient of the cross-entropy of one example. */
function descend(
  { weights, early, past }: Descent,
  vector: Vector,
  target: Target,
  labelCount: number,
): void {
  const errors = likelihoodsOf(weights, vector, labelCount)
  for (const [label, share] of target) errors[label] = (errors[label] ?? 0) - share
  const wrong: number[] = []
  for (let label = 0; label < labelCount; label += 1)
    if (Math.abs(errors[label] ?? 0) >= SMALLEST_ERROR) wrong.push(label)
  const { features, values } = vector
  for (let at = 0; at < features.length; at += 1) {
    const row = (features[at] ?? 0) * labelCount
    const rate = LEARNING_RATE * (values[at] ?? 0)
    for (const label of wrong) {
      const change = rate * (errors[label] ?? 0)
      weights[row + label] = (weights[row + label] ?? 0) - change
      early[row + label] = (early[row + label] ?? 0) + change * past
    }
  }
}

function likelihoodsOf(weights: Weights, { features, values }: Vector, labelCount: number): Float64Array {
  const scores = new Float64Array(labelCount)
  for (let at = 0; at < features.length; at += 1) {
    const row = (features[at] ?? 0) * labelCount
    const value = values[at] ?? 0
    for (let label = 0; label < labelCount; label += 1)
      scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0)
  }
  let highest = 0
  for (const score of scores) highest = Math.max(highest, score)
  let total = 0
  for (let label = 0; label < labelCount; label += 1) {
    const power = Math.exp((scores[label] ?? 0) - highest)
    scores[label] = power
    total += power
  }
  for (let label = 0; label < labelCount; label += 1) scores[label] = (scores[label] ?? 0) / total
  return scores
}

function write(names: Vectors['names'], idf: Vectors['idf'], weights: Weights, labelCount: number): string {
  const lines = names.flatMap((name, feature) => {
    const telling = Math.round((idf[feature] ?? 0) * SCALE)
    const written = [telling]
    for (let label = 0; label < labelCount; label += 1) {
      const weight = weights[feature * labelCount + label] ?? 0
      if (Math.abs(weight) >= SMALLEST_WEIGHT) written.push(label, Math.round(weight * SCALE))
    }
    return written.length > 1 ? [{ name, written: written.join() }] : []
  })
  return lines
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, written }) => `${name}\t${written}`)
    .join('\n')
}
