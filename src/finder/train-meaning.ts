/**
 * Learns what messages of one locale ask.
 *
 * @example
 * trainMeaning(meaningExamples(source, sentences), functionWords, spelling) // { topics, parts }
 */
import type { Classifier } from './classifier.ts'
import { toCorpus } from './corpus.ts'
import type { MeaningExample } from './meaning-examples.ts'
import type { Spelling } from './spelling.ts'
import { toTokens } from './tokens.ts'
import { trainClassifier } from './train-classifier.ts'

export interface MeaningModel {
  /** Its labels: topics, and all that examples lead to besides (locale/schema.ts). */
  readonly topics: Classifier
  /** Its labels: parts, such as `bone.signs`. Only parts of one topic are compared. */
  readonly parts: Classifier
}

/** Parts are told apart by their centroids: epochs on so few examples of each add less than a point. */
const PART_EPOCHS = 0

export function trainMeaning(
  examples: readonly MeaningExample[],
  functionWords: ReadonlySet<string>,
  spelling: Spelling,
): MeaningModel {
  const corpus = toCorpus(
    examples.map(({ text }) => toTokens(text, spelling)),
    functionWords,
  )
  const labelledBy = (kind: 'topics' | 'parts') =>
    examples.flatMap(({ [kind]: labels }, message) => (labels.length > 0 ? [{ labels, message }] : []))
  return {
    topics: trainClassifier(corpus, labelledBy('topics')),
    parts: trainClassifier(corpus, labelledBy('parts'), PART_EPOCHS),
  }
}
