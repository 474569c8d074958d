/**
 * Which label a message has, and how likely: a linear classifier, worked out when the line is compiled (train-classifier.ts).
 *
 * @example
 * likelihoods(classifier, featuresOf(tokenize('my hips ache'), functionWords)) // Map { 'bone' => 0.81, 'pain' => 0.09, … }
 */

/** Plain JSON. */
export interface Classifier {
  readonly labels: readonly string[]
  /**
   * Of each feature how telling it is, and then pairs of a label's number and a weight: "36,0,20,1,9", in SCALE. As text, which
   * is read when a message has the feature: a hundred thousand lists of numbers take seconds to open, and five times the memory.
   */
  readonly features: Readonly<Record<string, string>>
}

export interface OpenClassifier {
  readonly labels: readonly string[]
  readonly features: ReadonlyMap<string, string>
}

/** One decimal of how telling a feature is, and of its weights; more tell nothing. */
export const SCALE = 10

export function openClassifier({ labels, features }: Classifier): OpenClassifier {
  return { labels, features: new Map(Object.entries(features)) }
}

/** By label, from 0 to 1; together 1. None for a message of which no feature is known. */
export function likelihoods(
  { labels, features }: OpenClassifier,
  message: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const sums = new Float64Array(labels.length)
  let squares = 0
  for (const [feature, share] of message) {
    const written = features.get(feature)
    if (written === undefined) continue
    const known = written.split(',').map(Number)
    const value = (share * (known[0] ?? 0)) / SCALE
    squares += value ** 2
    for (let at = 1; at + 1 < known.length; at += 2) {
      const label = known[at] ?? 0
      sums[label] = (sums[label] ?? 0) + (value * (known[at + 1] ?? 0)) / SCALE
    }
  }
  if (squares === 0) return new Map()
  const length = Math.sqrt(squares)
  const powers = sums.map((sum) => Math.exp(sum / length))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return new Map(labels.map((label, index) => [label, (powers[index] ?? 0) / total]))
}

/** How much a feature tells, in SCALE; 0 for one that is not known. */
export function tellingOf({ features }: OpenClassifier, feature: string): number {
  return Number.parseInt(features.get(feature) ?? '0', 10)
}
