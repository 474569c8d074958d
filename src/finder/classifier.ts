/**
 * Which label a message has, and how likely: a linear classifier, worked out when the line is compiled (train-classifier.ts).
 *
 * @example
 * likelihoods(classifier, featuresOf(tokenize('my hips ache', spelling), functionWords)) // Map { 'bone' => 0.81, 'pain' => 0.09, … }
 */

/** Plain JSON. */
export interface Classifier {
  readonly labels: readonly string[]
  /**
   * A line for each feature, sorted by name (UTF-16): its name, a tab, how telling it is, and then pairs of a label's number and a
   * weight: "<s> hips\t36,0,20,1,9", in SCALE. One text, searched where a message needs it: a hundred thousand entries of a Map
   * take half a second to make when a server starts, and three times the memory.
   */
  readonly features: string
}

/** One decimal of how telling a feature is, and of its weights; more tell nothing. */
export const SCALE = 10

/** By label, from 0 to 1; together 1. None for a message of which no feature is known. */
export function likelihoods(
  { labels, features }: Classifier,
  message: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const sums = new Float64Array(labels.length)
  let squares = 0
  for (const [feature, share] of message) {
    const written = lookUp(features, feature)
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
export function tellingOf({ features }: Classifier, feature: string): number {
  return Number.parseInt(lookUp(features, feature) ?? '0', 10)
}

/** What stands behind the tab in the line of this name, by binary search. */
function lookUp(lines: string, name: string): string | undefined {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const start = lines.lastIndexOf('\n', Math.floor((low + high) / 2) - 1) + 1
    const tab = lines.indexOf('\t', start)
    const newline = lines.indexOf('\n', tab)
    const end = newline < 0 ? lines.length : newline
    const found = lines.slice(start, tab)
    if (found === name) return lines.slice(tab + 1, end)
    if (found < name) low = end + 1
    else high = start
  }
  return undefined
}
