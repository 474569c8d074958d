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
import { isUnspacedLetter, type Token } from './tokens.ts'
import { trainClassifier } from './train-classifier.ts'

export interface Danger {
  /** From 0 to 1: self-harm, of the writer or of somebody they fear for. */
  readonly crisis: number
  /** From 0 to 1: a sign that needs help now. */
  readonly emergency: number
  /** The words of the window in which such a sign is likeliest. */
  readonly window: readonly Token[]
}

/** A longer story is read in overlapping windows of so many words, or a cry would drown in it. */
const WINDOW = 24
/** In scripts without spaces, in letters. */
const UNSPACED_WINDOW = 40
/** One window of a story says less than a whole message: in so many there is always a sad one. */
const OF_A_STORY = 0.75
/** Every word counts: "I", "without" and "anymore" tell more of despair than of what is asked. */
const NONE: ReadonlySet<string> = new Set()

/** `label` is that of an example (locale/schema.ts), or `crisis`. */
export function trainDanger(
  messages: readonly { readonly label: string; readonly text: string }[],
  spelling: Spelling,
): Classifier {
  const corpus = toCorpus(
    messages.map(({ text }) => text),
    NONE,
    spelling,
  )
  return trainClassifier(
    corpus,
    messages.map(({ label }, message) => ({ labels: [kindOf(label)], message })),
  )
}

/** The most of any window. */
export function dangerIn(classifier: OpenClassifier, message: readonly Token[]): Danger {
  let crisis = 0
  let emergency = 0
  const letters = message.filter(({ text }) => isUnspacedLetter(text)).length
  const length = letters > message.length / 2 ? UNSPACED_WINDOW : WINDOW
  const stride = length / 2
  let window = message.slice(0, length)
  for (let start = 0; start === 0 || start + length - stride < message.length; start += stride) {
    const words = message.slice(start, start + length)
    const kinds = likelihoods(classifier, featuresOf(words, NONE))
    const sign = kinds.get('emergency') ?? 0
    if (sign > emergency) [emergency, window] = [sign, words]
    crisis = Math.max(crisis, kinds.get('crisis') ?? 0)
  }
  return { crisis: message.length > length ? OF_A_STORY * crisis : crisis, emergency, window }
}

function kindOf(label: string): string {
  if (label.startsWith('rule:')) return 'emergency'
  return label === 'crisis' ? 'crisis' : 'ordinary'
}
