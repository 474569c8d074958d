/**
 * Trains the classifier on example messages, when the line is compiled. The same examples give the same weights.
 *
 * Each label begins at the centroid of its examples (Rocchio, by tf-idf), which tells much from few of them; some epochs of
 * softmax regression then correct what the centroids confuse. docs/finding.md compares it with other methods.
 *
 * @example
 * trainClassifier([{ labels: ['bone'], text: 'my hips ache' }, …], functionWords)
 */
import { type Classifier, SCALE } from './classifier.ts'
import { featuresOf } from './features.ts'
import { toTokens } from './tokens.ts'

export interface Example {
  /** The best first; others would be right too. */
  readonly labels: readonly string[]
  /** Normalised, without abbreviations. */
  readonly text: string
}

/** A message of unit length: numbers of features, and the value of each. */
interface Vector {
  readonly features: Int32Array
  readonly values: Float64Array
}

/** How much more a rare feature tells than a common one. */
const IDF_POWER = 1.5
/** The score of a message that is the centroid of its label. */
const CENTROID_SCORE = 50
const EPOCHS = 3
const LEARNING_RATE = 2
/** Of the labels of one example, how likely the first is held to be. */
const FIRST_SHARE = 0.7
const SMALLEST_ERROR = 5e-3
/** Examples are taken in strides, so that labels come mixed. Prime, so that none is left out. */
const STRIDE = 7919
/** A feature that fewer examples have is left out. */
const FEWEST = 2
/** Weights that change a likelihood by less than people could notice are left out. */
const SMALLEST_WEIGHT = 0.7

export function trainClassifier(
  examples: readonly Example[],
  functionWords: ReadonlySet<string>,
  epochs = EPOCHS,
): Classifier {
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort()
  const bags = examples.map(({ text }) => featuresOf(toTokens(text), functionWords))
  const { names, idf } = inverseDocumentFrequencies(bags)
  const numbers = new Map(names.map((name, number) => [name, number]))
  const vectors = bags.map((bag) => toVector(bag, numbers, idf))
  const targets = examples.map((example) => targetOf(example, labels))
  const weights = centroids(vectors, targets, names.length, labels.length)
  for (let step = 0; step < epochs * vectors.length; step += 1) {
    const at = (step * STRIDE) % vectors.length
    const [vector, target] = [vectors[at], targets[at]]
    if (vector && target) descend(weights, vector, target, labels.length)
  }
  return { labels, features: pack(names, idf, weights, labels.length) }
}

function inverseDocumentFrequencies(bags: readonly ReadonlyMap<string, number>[]) {
  const counts = new Map<string, number>()
  for (const bag of bags) for (const [name] of bag) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= FEWEST || isWord(name))
  const idf = names.map((name) => Math.log(1 + bags.length / (counts.get(name) ?? 1)) ** IDF_POWER)
  return { names, idf }
}

/** A word that only one example has may be the name of a medicine; a pair or a group of letters that only one has is chance. */
function isWord(name: string): boolean {
  return !/[ #]/.test(name)
}

function toVector(
  bag: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, number>,
  idf: readonly number[],
): Vector {
  const features: number[] = []
  const raw: number[] = []
  for (const [name, share] of bag) {
    const number = numbers.get(name)
    if (number === undefined) continue
    features.push(number)
    raw.push(share * (idf[number] ?? 0))
  }
  const length = Math.hypot(...raw) || 1
  return { features: Int32Array.from(features), values: Float64Array.from(raw, (value) => value / length) }
}

/** The likelihood that each label should have. */
function targetOf({ labels: own }: Example, labels: readonly string[]): ReadonlyMap<number, number> {
  const [first = '', ...others] = own
  const share = others.length > 0 ? FIRST_SHARE : 1
  return new Map([
    [labels.indexOf(first), share],
    ...others.map((label) => [labels.indexOf(label), (1 - share) / others.length] as const),
  ])
}

/** Weights by feature and label. The root keeps a word that many examples share from drowning all others. */
function centroids(
  vectors: readonly Vector[],
  targets: readonly ReadonlyMap<number, number>[],
  featureCount: number,
  labelCount: number,
): Float32Array {
  const weights = new Float32Array(featureCount * labelCount)
  for (const [index, { features, values }] of vectors.entries())
    for (const [label, share] of targets[index] ?? [])
      for (const [at, feature] of features.entries()) {
        const place = feature * labelCount + label
        weights[place] = (weights[place] ?? 0) + share * (values[at] ?? 0)
      }
  const squares = new Float64Array(labelCount)
  for (let place = 0; place < weights.length; place += 1) {
    const label = place % labelCount
    squares[label] = (squares[label] ?? 0) + (weights[place] ?? 0)
  }
  for (let place = 0; place < weights.length; place += 1) {
    const sum = weights[place] ?? 0
    if (sum > 0) weights[place] = CENTROID_SCORE * Math.sqrt(sum / (squares[place % labelCount] || 1))
  }
  return weights
}

/** One step of gradient descent on the cross-entropy of one example. */
function descend(
  weights: Float32Array,
  { features, values }: Vector,
  target: ReadonlyMap<number, number>,
  labelCount: number,
): void {
  const scores = new Float64Array(labelCount)
  for (let at = 0; at < features.length; at += 1) {
    const value = values[at] ?? 0
    const row = (features[at] ?? 0) * labelCount
    for (let label = 0; label < labelCount; label += 1)
      scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0)
  }
  let highest = 0
  for (const score of scores) if (score > highest) highest = score
  let total = 0
  for (let label = 0; label < labelCount; label += 1) {
    const power = Math.exp((scores[label] ?? 0) - highest)
    scores[label] = power
    total += power
  }
  for (let label = 0; label < labelCount; label += 1) {
    const error = (scores[label] ?? 0) / total - (target.get(label) ?? 0)
    if (Math.abs(error) < SMALLEST_ERROR) continue
    for (let at = 0; at < features.length; at += 1) {
      const place = (features[at] ?? 0) * labelCount + label
      weights[place] = (weights[place] ?? 0) - LEARNING_RATE * error * (values[at] ?? 0)
    }
  }
}

function pack(
  names: readonly string[],
  idf: readonly number[],
  weights: Float32Array,
  labelCount: number,
): Classifier['features'] {
  return Object.fromEntries(
    names.flatMap((name, feature) => {
      const pairs: number[] = []
      for (let label = 0; label < labelCount; label += 1) {
        const weight = weights[feature * labelCount + label] ?? 0
        if (Math.abs(weight) >= SMALLEST_WEIGHT) pairs.push(label, Math.round(weight * SCALE))
      }
      const telling = Math.round((idf[feature] ?? 0) * SCALE)
      return pairs.length > 0 ? [[name, [telling, ...pairs].join()] as const] : []
    }),
  )
}
