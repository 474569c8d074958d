/**
 * How a `<Gather>` listens, and which of the keys that a caller presses it takes (docs/design/twilio.md section 3).
 *
 * @example
 * enterKeys({ ...listening, digits: 2, finishOnKey: '#' }, '7#') // { digits: '7', isComplete: true }
 * enterKeys({ ...listening, digits: 2, finishOnKey: '' }, '7')   // { digits: '7', isComplete: false }: it waits for more
 */

/** An attribute that the document leaves out has Twilio's default. */
export interface Listening {
  readonly input: readonly string[]
  /** How many keys complete an entry; Infinity where only `finishOnKey` and a timeout do. */
  readonly digits: number
  /** The key that completes an entry and is not part of it; empty where all keys are sent. */
  readonly finishOnKey: string
  /** Until an entry counts as complete, or as empty: from the end of the prompt, or from the first key. */
  readonly seconds: number
  /** The silence that ends speech. */
  readonly speechSeconds: number | 'auto'
  /** The language of speech recognition; empty where the line hears no speech. */
  readonly language: string
  /** Words that speech recognition expects. */
  readonly hints: readonly string[]
  /** Without it, an empty entry goes on with the verb after `<Gather>`. */
  readonly actionOnEmptyResult: boolean
  /** Empty where the document leaves it out: the address of the document itself. */
  readonly action: string
}

interface KeyEntry {
  readonly digits: string
  /** No more keys are awaited. */
  readonly isComplete: boolean
}

export function enterKeys({ input, digits: most, finishOnKey }: Listening, keys: string): KeyEntry {
  if (!input.includes('dtmf')) return { digits: '', isComplete: false }
  const end = finishOnKey === '' ? -1 : keys.indexOf(finishOnKey)
  const digits = (end < 0 ? keys : keys.slice(0, end)).slice(0, most)
  return { digits, isComplete: end >= 0 || digits.length === most }
}
