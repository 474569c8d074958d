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
   * A line for each feature, sorted by name (UTF-16): its name, a tab, how telling it is, and then pairs of a label's number and a
   * weight: "<s> hips\t36,0,20,1,9", in SCALE. One text, searched where a message needs it: a hundred thousand entries of a Map
   * take half a second to make when a server starts, and three times the memory.
   */
  readonly features: string
}

/** One decimal of how telling a feature is, and of its weights; more tell nothing. */
export const SCALE = 10

const [TAB, NEWLINE, COMMA, MINUS, ZERO] = [9, 10, 44, 45, 48]

/** By label, from 0 to 1; together 1. None for a message of which no feature is known. */
export function likelihoods(
  { labels, features }: Classifier,
  message: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const sums = new Float64Array(labels.length)
  let squares = 0
  for (const [feature, share] of message) {
    const known = lookUp(features, feature)
    if (!known) continue
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
  return lookUp(features, feature)?.[0] ?? 0
}

/** The numbers in the line of this name, by binary search. */
function lookUp(lines: string, name: string): readonly number[] | undefined {
  let [low, high] = [0, lines.length]
  while (low < high) {
    let start = (low + high) >> 1
    while (start > low && lines.charCodeAt(start - 1) !== NEWLINE) start -= 1
    const order = compareAt(lines, start, name)
    if (order === 0) return numbersAt(lines, start + name.length + 1)
    if (order > 0) high = start
    else {
      low = start
      while (low < high && lines.charCodeAt(low) !== NEWLINE) low += 1
      low += 1
    }
  }
  return undefined
}

/** Whether the name at the start of a line stands before this one (less than 0), is it, or stands after it. */
function compareAt(lines: string, start: number, name: string): number {
  for (let at = 0; at < name.length; at += 1) {
    const letter = lines.charCodeAt(start + at)
    if (letter === TAB) return -1
    if (letter !== name.charCodeAt(at)) return letter - name.charCodeAt(at)
  }
  return lines.charCodeAt(start + name.length) === TAB ? 0 : 1
}

function numbersAt(lines: string, start: number): readonly number[] {
  const numbers: number[] = []
  let number = 0
  let sign = 1
  for (let at = start; ; at += 1) {
    const letter = lines.charCodeAt(at)
    if (letter === MINUS) sign = -1
    else if (letter >= ZERO) number = number * 10 + letter - ZERO
    else {
      numbers.push(sign * number)
      if (letter !== COMMA) return numbers
      number = 0
      sign = 1
    }
  }
}
