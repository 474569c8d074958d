/** A turn, the result of `take`: prompts, expectation, next position, tallies. */
import type { PhoneNumber, Wording } from '../locale/wording.ts'
import type { Position } from './position.ts'
import type { Tally } from './tally.ts'

/** A sentence or an option by phone, a line in a text. */
export interface Prompt extends Wording {
  /** Where it is not the language of the turn: each language is offered in itself. */
  readonly locale?: string
  /** It is a part that is read, during which words are not listened for (the setting `speech`). */
  readonly isRead?: true
  /** Keys do not interrupt it: only the emergency sentence. */
  readonly bargeIn?: false
}

export type Expectation =
  | {
      readonly kind: 'answer'
      /** Seconds without input until the turn counts as no input. */
      readonly seconds: number
      /** Words that the person may say now, to help speech recognition. */
      readonly hints: readonly Prompt[]
    }
  | {
      readonly kind: 'dial'
      readonly to: PhoneNumber
      /** Of ringing. */
      readonly seconds: number
      /** The number that is shown to whom is called, where the caller's own cannot be. */
      readonly callerId?: string
    }
  /** The call ends, or no reply is sent. */
  | { readonly kind: 'nothing' }

export interface Turn {
  readonly prompts: readonly Prompt[]
  readonly expects: Expectation
  readonly position: Position
  readonly tallies: readonly Tally[]
}
