/**
 * How likely it is that somebody cries for help, or is in danger now, where no pattern tells it: "it would be easier for them
 * without me". One classifier for all languages, which learns from `cries.json` and from the examples of everything else.
 *
 * @example
 * dangerIn(finder.danger, tokenize('they can get on without me', spelling)) // { crisis: 0.93, emergency: 0.01, … }
 */
import { type Classifier, likelihoods, type OpenClassifier } from './classifier.ts'
import { toCorpus } from './corpus.ts'
import { featuresOf } from './features.ts'
import type { Spelling } from './spelling.ts'
import { type Token, toTokens } from './tokens.ts'
import { trainClassifier } from './train-classifier.ts'
import { isStory, windowsOf } from './windows.ts'

export interface Danger {
  /** From 0 to 1: self-harm, of the writer or of somebody they fear for. */
  readonly crisis: number
  /** From 0 to 1: a sign that needs help now. */
  readonly emergency: number
  /** The words of the windows of a story in which a cry and a sign are likeliest; else the whole message. */
  readonly cryWindow: readonly Token[]
  readonly signWindow: readonly Token[]
}

/** One window of a story says less than a whole message: in so many there is always a sad one. */
const OF_A_STORY = 0.6
/** Every word counts: "I", "without" and "anymore" tell more of despair than of what is asked. */
const NONE: ReadonlySet<string> = new Set()
const ORDINARY = 'ordinary'
/** More than for topics: each of three labels has thousands of examples, which contradict each other. */
const EPOCHS = 5

/**
 * `label` is that of an example (locale/schema.ts), or `crisis`. A story in which nobody is in danger is learnt in its windows too,
 * as such stories are read; where in a story a cry stands, nobody has said.
 */
export function trainDanger(
  messages: readonly { readonly label: string; readonly text: string }[],
  spelling: Spelling,
): Classifier {
  const examples = messages.flatMap(({ label, text }) => {
    const kind = kindOf(label)
    const message = toTokens(text, spelling)
    const windows = kind === ORDINARY && isStory(message) ? windowsOf(message) : []
    return [message, ...windows].map((words) => ({ kind, words }))
  })
  const corpus = toCorpus(
    examples.map(({ words }) => words),
    NONE,
  )
  return trainClassifier(
    corpus,
    examples.map(({ kind }, message) => ({ labels: [kind], message })),
    EPOCHS,
  )
}

/** The most of any window, and of the whole. */
export function dangerIn(classifier: OpenClassifier, message: readonly Token[]): Danger {
  const read = (words: readonly Token[]) => {
    const kinds = likelihoods(classifier, featuresOf(words, NONE))
    return { words, crisis: kinds.get('crisis') ?? 0, emergency: kinds.get('emergency') ?? 0 }
  }
  const { crisis, emergency } = read(message)
  if (!isStory(message)) return { crisis, emergency, cryWindow: message, signWindow: message }
  const windows = windowsOf(message).map(read)
  const cry = windows.reduce((most, each) => (each.crisis > most.crisis ? each : most))
  const sign = windows.reduce((most, each) => (each.emergency > most.emergency ? each : most))
  return {
    crisis: Math.max(crisis, OF_A_STORY * cry.crisis),
    emergency: Math.max(emergency, sign.emergency),
    cryWindow: cry.words,
    signWindow: sign.words,
  }
}

function kindOf(label: string): string {
  if (label.startsWith('rule:')) return 'emergency'
  return label === 'crisis' ? 'crisis' : ORDINARY
}
