/**
 * Teaches a classifier one word by hand, so that a test of what follows a likelihood does not hang on what examples happen to teach.
 *
 * @example
 * teach(classifier, 'um', { bone: 0.4, outlook: 0.35 }) // all other labels share the rest
 */
import { type Classifier, SCALE } from '../../src/finder/classifier.ts'

/** So telling that no other word of a message counts beside it. */
const TELLING = 1000

/** `key` is the phonetic key of a word, and has at most three letters: longer ones resemble others by groups of letters. */
export function teach(
  { labels, features }: Classifier,
  key: string,
  likelihoods: Readonly<Record<string, number>>,
): Classifier {
  const taught = Object.entries(likelihoods)
  const rest = 1 - taught.reduce((sum, [, likelihood]) => sum + likelihood, 0)
  const other = rest / (labels.length - taught.length)
  const weights = taught.flatMap(([label, likelihood]) => [
    labels.indexOf(label),
    Math.round(Math.log(likelihood / other) * SCALE),
  ])
  const line = `${key}\t${[TELLING * SCALE, ...weights].join()}`
  const others = features.split('\n').filter((other) => other !== '' && nameOf(other) !== key)
  const sorted = [...others, line].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
  return { labels, features: sorted.join('\n') }
}

function nameOf(line: string): string {
  return line.slice(0, line.indexOf('\t'))
}
