/**
 * Learns what messages of one locale ask, from its examples, from what its topics are called and from what they say.
 *
 * @example
 * trainMeaning({ topics: ['bone', …], symptoms: ['bone'], texts, examples }, functionWords, sentences, spelling) // { topics, parts }
 */
import type { Examples, NodeText } from '../locale/schema.ts'
import { beginsWithWarning } from '../locale/warnings.ts'
import type { Classifier } from './classifier.ts'
import { toCorpus } from './corpus.ts'
import type { Spelling } from './spelling.ts'
import { type Example, trainClassifier } from './train-classifier.ts'

export interface MeaningModel {
  /** Its labels: topics, and all that examples lead to besides (locale/schema.ts). */
  readonly topics: Classifier
  /** Its labels: parts, such as `bone.signs`. Only parts of one topic are compared. */
  readonly parts: Classifier
}

export interface MeaningSource {
  readonly topics: readonly string[]
  /** Those of them that tell signs of illness: a question about a sign is answered by its warning. */
  readonly symptoms: readonly string[]
  readonly texts: Readonly<Record<string, NodeText>>
  readonly examples: Examples
}

interface Labelled {
  readonly labels: readonly string[]
  readonly text: string
}

type Sentences = (texts: readonly string[]) => readonly string[]

/** Parts are told apart by their centroids: epochs on so few examples of each add less than a point. */
const PART_EPOCHS = 0

/** `sentences` writes texts as messages are read. */
export function trainMeaning(
  { topics, symptoms, texts, examples }: MeaningSource,
  functionWords: ReadonlySet<string>,
  sentences: Sentences,
  spelling: Spelling,
): MeaningModel {
  const written = Object.entries(examples).flatMap(([label, messages]) =>
    sentences(messages).map((text): Labelled => ({ labels: label.split(','), text })),
  )
  const prose = topics.flatMap((topic) =>
    proseOf(texts[topic]).flatMap(([part, spoken]) =>
      sentences(spoken).map((text): Labelled => ({ labels: [`${topic}.${part}`], text })),
    ),
  )
  const names = topics.flatMap((topic) =>
    sentences(namesOf(texts[topic])).map((text): Labelled => ({ labels: [topic], text })),
  )
  const labelled = [...names, ...prose, ...written]
  const corpus = toCorpus(
    labelled.map(({ text }) => text),
    functionWords,
    spelling,
  )
  const examplesOf = (labelsOf: (labels: readonly string[]) => readonly string[]) =>
    labelled.flatMap(({ labels }, message): readonly Example[] => {
      const own = labelsOf(labels)
      return own.length > 0 ? [{ labels: own, message }] : []
    })
  const answers = answersIn({ topics, symptoms, texts })
  return {
    topics: trainClassifier(
      corpus,
      examplesOf((labels) => [...new Set(labels.map(topicOf))]),
    ),
    parts: trainClassifier(
      corpus,
      examplesOf((labels) => labels.filter(answers)),
      PART_EPOCHS,
    ),
  }
}

/** @example topicOf('bone.signs') // 'bone' */
export function topicOf(label: string): string {
  return label.includes(':') ? label : (label.split('.')[0] ?? label)
}

/** A danger that is meant is heard as one: elsewhere than among signs of illness, a warning alone answers no question. */
function answersIn({ topics, symptoms, texts }: Omit<MeaningSource, 'examples'>): (label: string) => boolean {
  return (label) => {
    const [topic = '', part = ''] = label.split('.')
    const text = texts[topic]
    const isWarning = beginsWithWarning(text?.sms[part] ?? text?.voice[part] ?? '')
    return part !== '' && topics.includes(topic) && (symptoms.includes(topic) || !isWarning)
  }
}

function namesOf(text: NodeText | undefined): readonly string[] {
  return text ? [...text.phrases, ...text.keywords, text.label, text.title] : []
}

/** The sentences of each text; those that are spoken say the same at greater length. */
function proseOf(
  text: NodeText | undefined,
): readonly (readonly [part: string, sentences: readonly string[]])[] {
  return Object.entries(text?.sms ?? {}).map(
    ([part, prose]) => [part, prose.split(/[.?!](?=\s)|(?![.?!])\p{Sentence_Terminal}/u)] as const,
  )
}
