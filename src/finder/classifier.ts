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

export interface OpenClassifier extends Classifier {
  /** Where each line of the features begins: a search compares names, and passes over no weights. */
  readonly starts: Uint32Array
}

/** One decimal of how telling a feature is, and of its weights; more tell nothing. */
export const SCALE = 10

const [TAB, COMMA, MINUS, ZERO] = [9, 44, 45, 48]

export function openClassifier(classifier: Classifier): OpenClassifier {
  const { features } = classifier
  const starts = [0]
  for (let end = features.indexOf('\n'); end >= 0; end = features.indexOf('\n', end + 1)) starts.push(end + 1)
  return { ...classifier, starts: Uint32Array.from(starts) }
}

/** By label, from 0 to 1; together 1. None for a message of which no feature is known. */
export function likelihoods(
  classifier: OpenClassifier,
  message: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const { labels, features } = classifier
  const sums = new Float64Array(labels.length)
  let squares = 0
  for (const [feature, share] of message) {
    const place = lookUp(classifier, feature)
    if (place === undefined) continue
    let value = 0
    let label = 0
    eachNumber(features, place, (number, index) => {
      if (index === 0) value = (share * number) / SCALE
      else if (index % 2 === 1) label = number
      else sums[label] = (sums[label] ?? 0) + (value * number) / SCALE
    })
    squares += value ** 2
  }
  if (squares === 0) return new Map()
  const length = Math.sqrt(squares)
  const powers = sums.map((sum) => Math.exp(sum / length))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return new Map(labels.map((label, index) => [label, (powers[index] ?? 0) / total]))
}

/** How much a feature tells, in SCALE; 0 for one that is not known. */
export function tellingOf(classifier: OpenClassifier, feature: string): number {
  const { features } = classifier
  const place = lookUp(classifier, feature)
  return place === undefined ? 0 : Number(features.slice(place, features.indexOf(',', place)))
}

/** Where the numbers of this name begin, by binary search. */
function lookUp({ features, starts }: OpenClassifier, name: string): number | undefined {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const start = starts[middle] ?? 0
    const order = compareAt(features, start, name)
    if (order === 0) return start + name.length + 1
    if (order > 0) high = middle
    else low = middle + 1
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

/** Without an array of them: a sentence reads some thousands. */
function eachNumber(lines: string, start: number, visit: (number: number, index: number) => void) {
  let index = 0
  let number = 0
  let sign = 1
  for (let at = start; ; at += 1) {
    const letter = lines.charCodeAt(at)
    if (letter === MINUS) sign = -1
    else if (letter >= ZERO) number = number * 10 + letter - ZERO
    else {
      visit(sign * number, index)
      if (letter !== COMMA) return
      index += 1
      number = 0
      sign = 1
    }
  }
}
