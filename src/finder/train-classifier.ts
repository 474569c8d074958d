/**
 * Trains the classifier on example messages, when the line is compiled. The same examples give the same weights.
 *
 * Each label begins at the centroid of its examples (Rocchio), which tells much from few of them; some epochs of softmax regression
 * then correct what the centroids confuse. docs/finding.md compares it with other methods.
 *
 * @example
 * trainClassifier(toCorpus(['my hips ache', …], functionWords), [{ labels: ['bone'], message: 0 }, …])
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

/** The score of a message that is the centroid of its label. */
const CENTROID_SCORE = 50
const EPOCHS = 3
const LEARNING_RATE = 2
/** Of the labels of one example, how likely the first is held to be. */
const FIRST_SHARE = 0.7
const SMALLEST_ERROR = 5e-3
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
  const centroids = toCentroids(vectors, targets, names.length)
  const weights = epochs > 0 ? regress(centroids, vectors, targets, labels.length, epochs) : centroids
  return { labels, features: write(names, idf, weights) }
}

function targetOf({ labels: own }: Example, numbers: ReadonlyMap<string, number>): Target {
  const share = own.length > 1 ? FIRST_SHARE : 1
  return new Map(
    own.map((label, at) => [numbers.get(label) ?? 0, at === 0 ? share : (1 - share) / (own.length - 1)]),
  )
}

/** Weights by feature, and then by label. The root keeps a word that many examples share from drowning all others. */
function toCentroids(
  vectors: readonly Vector[],
  targets: readonly Target[],
  featureCount: number,
): readonly ReadonlyMap<number, number>[] {
  const rows = Array.from({ length: featureCount }, () => new Map<number, number>())
  const totals = new Map<number, number>()
  for (const [index, { features, values }] of vectors.entries())
    for (const [label, share] of targets[index] ?? []) {
      let total = totals.get(label) ?? 0
      for (let at = 0; at < features.length; at += 1) {
        const value = share * (values[at] ?? 0)
        const row = rows[features[at] ?? 0]
        row?.set(label, (row.get(label) ?? 0) + value)
        total += value
      }
      totals.set(label, total)
    }
  for (const row of rows)
    for (const [label, sum] of row) row.set(label, CENTROID_SCORE * Math.sqrt(sum / (totals.get(label) ?? 1)))
  return rows
}

/** The weights after some epochs of gradient descent, one example at a time. */
function regress(
  centroids: readonly ReadonlyMap<number, number>[],
  vectors: readonly Vector[],
  targets: readonly Target[],
  labelCount: number,
  epochs: number,
): readonly Float32Array[] {
  const rows = centroids.map((centroid) => {
    const row = new Float32Array(labelCount)
    for (const [label, weight] of centroid) row[label] = weight
    return row
  })
  for (let step = 0; step < epochs * vectors.length; step += 1) {
    const at = (step * STRIDE) % vectors.length
    const [vector, target] = [vectors[at], targets[at]]
    if (vector && target) descend(rows, vector, target, labelCount)
  }
  return rows
}

/** One step down the gradient of the cross-entropy of one example. */
function descend(rows: readonly Float32Array[], vector: Vector, target: Target, labelCount: number): void {
  const errors = likelihoodsOf(rows, vector, labelCount)
  for (const [label, share] of target) errors[label] = (errors[label] ?? 0) - share
  const wrong: number[] = []
  for (let label = 0; label < labelCount; label += 1)
    if (Math.abs(errors[label] ?? 0) >= SMALLEST_ERROR) wrong.push(label)
  const { features, values } = vector
  for (let at = 0; at < features.length; at += 1) {
    const row = rows[features[at] ?? 0]
    const step = LEARNING_RATE * (values[at] ?? 0)
    if (row) for (const label of wrong) row[label] = (row[label] ?? 0) - step * (errors[label] ?? 0)
  }
}

function likelihoodsOf(
  rows: readonly Float32Array[],
  { features, values }: Vector,
  labelCount: number,
): Float64Array {
  const scores = new Float64Array(labelCount)
  for (let at = 0; at < features.length; at += 1) {
    const row = rows[features[at] ?? 0]
    const value = values[at] ?? 0
    if (row)
      for (let label = 0; label < labelCount; label += 1)
        scores[label] = (scores[label] ?? 0) + value * (row[label] ?? 0)
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

function write(
  names: Vectors['names'],
  idf: Vectors['idf'],
  rows: readonly { entries(): Iterable<readonly [label: number, weight: number]> }[],
): string {
  const lines = names.flatMap((name, feature) => {
    const pairs = [...(rows[feature]?.entries() ?? [])].flatMap(([label, weight]) =>
      Math.abs(weight) < SMALLEST_WEIGHT ? [] : [label, Math.round(weight * SCALE)],
    )
    const telling = Math.round((idf[feature] ?? 0) * SCALE)
    return pairs.length > 0 ? [{ name, written: [telling, ...pairs].join() }] : []
  })
  return lines
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, written }) => `${name}\t${written}`)
    .join('\n')
}
