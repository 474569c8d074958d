/**
 * What the finder learns of the meaning of messages in one locale: examples, what topics are called, and what a topic says where it has
 * few examples, as one that an operator has just written. So a sentence that is worded anew leads no message elsewhere.
 *
 * @example
 * meaningExamples({ topics: ['bone', …], symptoms: ['bone'], texts, examples }, sentences)
 * // [{ topics: ['bone'], parts: ['bone.signs'], text: 'my hip hurts' }, …]
 */
import type { Examples, NodeText } from '../locale/schema.ts'
import { beginsWithWarning } from '../locale/warnings.ts'

export interface MeaningSource {
  readonly topics: readonly string[]
  /** Those of them that tell signs of illness: a question about a sign is answered by its warning. */
  readonly symptoms: readonly string[]
  readonly texts: Readonly<Record<string, NodeText>>
  readonly examples: Examples
}

export interface MeaningExample {
  /** Topics, and all that examples lead to besides (locale/schema.ts). */
  readonly topics: readonly string[]
  /** Such as `bone.signs`. */
  readonly parts: readonly string[]
  readonly text: string
}

type Sentences = (texts: readonly string[]) => readonly string[]

/** With so many, what a topic says adds nothing: 1,360 unread messages were answered alike without it. */
const MANY_EXAMPLES = 60

/** `sentences` writes texts as messages are read. */
export function meaningExamples(source: MeaningSource, sentences: Sentences): readonly MeaningExample[] {
  const { topics, texts, examples } = source
  const answers = answersIn(source)
  const labelled = (labels: readonly string[], messages: readonly string[]) =>
    sentences(messages).map((text) => ({
      topics: [...new Set(labels.map(topicOf))],
      parts: labels.filter(answers),
      text,
    }))
  return [
    ...topics.flatMap((topic) => labelled([topic], namesOf(texts[topic]))),
    ...topics
      .filter(hasFewExamples(examples))
      .flatMap((topic) =>
        proseOf(texts[topic]).flatMap(([part, prose]) => labelled([`${topic}.${part}`], prose)),
      ),
    ...Object.entries(examples).flatMap(([label, messages]) => labelled(label.split(','), messages)),
  ]
}

/** @example topicOf('bone.signs') // 'bone' */
export function topicOf(label: string): string {
  return label.includes(':') ? label : (label.split('.')[0] ?? label)
}

function hasFewExamples(examples: Examples): (topic: string) => boolean {
  const counts = new Map<string, number>()
  for (const [label, messages] of Object.entries(examples))
    for (const topic of new Set(label.split(',').map(topicOf)))
      counts.set(topic, (counts.get(topic) ?? 0) + messages.length)
  return (topic) => (counts.get(topic) ?? 0) < MANY_EXAMPLES
}

/** A danger that is meant is heard as one: elsewhere than among signs of illness, a warning alone answers no question. */
function answersIn({ topics, symptoms, texts }: MeaningSource): (label: string) => boolean {
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
