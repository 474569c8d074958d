/** What `take` returns: what to say, what is awaited, where the person now is, what to count. */
import type { PhoneNumber, Wording } from '../locale/wording.ts'
import type { Position } from './position.ts'
import type { Tally } from './tally.ts'

/** One thing said: a sentence or an option by phone, a line in a text. */
export interface Prompt extends Wording {
  /** When it is not in the language of the turn (each language is offered in itself). */
  readonly locale?: string
  /** Keys do not interrupt it: only the emergency sentence. */
  readonly bargeIn?: false
}

export type Expectation =
  | {
      readonly kind: 'answer'
      /** How long silence lasts before it counts as silence. */
      readonly seconds: number
      /** What may be said now, to help speech recognition. */
      readonly hints: readonly Prompt[]
      /** How many keys make an answer: one, or the two of a topic's number. */
      readonly keys: 1 | 2
    }
  | { readonly kind: 'dial'; readonly to: PhoneNumber; readonly seconds: number }
  /** The call ends, or no reply is sent. */
  | { readonly kind: 'nothing' }

export interface Turn {
  readonly prompts: readonly Prompt[]
  readonly expects: Expectation
  readonly position: Position
  readonly tallies: readonly Tally[]
}
