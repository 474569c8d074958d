/**
 * The features of a message for the crisis classifier: each word, its prefix, and each pair of words that stand side by side or
 * with one other between them, where the message begins and ends included. Words are given by their phonetic keys.
 *
 * @example
 * crisisFeatures(['without', 'me']) // {'without', 'witho-', 'me', '<s> witho', '<s> _ me', 'witho me', 'witho _ </s>', 'me </s>'}
 */

/** In pairs only so much of a longer word is compared: "burden" and "burdens", "cansada" and "cansado" are the same. */
const PREFIX_LENGTH = 5
/** No word has these characters. */
const START = '<s>'
const END = '</s>'

export function crisisFeatures(keys: readonly string[]): ReadonlySet<string> {
  const features = new Set(keys)
  const prefixes = [START, ...keys.map((key) => key.slice(0, PREFIX_LENGTH)), END]
  for (const [at, prefix] of prefixes.entries()) {
    if (prefix.length === PREFIX_LENGTH && prefix !== END) features.add(`${prefix}-`)
    const next = prefixes[at + 1]
    if (next !== undefined) features.add(`${prefix} ${next}`)
    const second = prefixes[at + 2]
    if (second !== undefined) features.add(`${prefix} _ ${second}`)
  }
  return features
}
