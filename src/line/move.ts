/** What an input means at a position: the one thing the person wants to happen. */
import type { HeardAlarm } from '../finder/find.ts'

export type Move =
  /** Say where they are: on arrival, or again. */
  | { readonly kind: 'tell' }
  | { readonly kind: 'open'; readonly node: string; readonly locale?: string }
  /** Offer the nodes that words may have meant. */
  | { readonly kind: 'guess'; readonly among: readonly string[]; readonly locale: string }
  /** A picture or a voice note came, and no words. */
  | { readonly kind: 'media' }
  /** Text no more. */
  | { readonly kind: 'stop'; readonly locale: string }
  /** On through a consent, to the topic it guards. */
  | { readonly kind: 'agree'; readonly topic: string }
  | { readonly kind: 'main'; readonly locale?: string }
  | { readonly kind: 'locale'; readonly locale: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'next' }
  | { readonly kind: 'part'; readonly part: number }
  | { readonly kind: 'pace'; readonly pace: 'normal' | 'slow' }
  | { readonly kind: 'more time' }
  /** Connect with the service of this index in the directory of the caller's country. */
  | { readonly kind: 'connect'; readonly service: number }
  | { readonly kind: 'connected'; readonly answered: boolean }
  | { readonly kind: 'silence' }
  | { readonly kind: 'wrong key'; readonly key: string }
  | { readonly kind: 'unmatched' }
  /** Thanks, or no more than yes: nothing is asked. */
  | { readonly kind: 'thanks'; readonly locale: string }
  /** A word that the carrier answers; we stay silent. */
  | { readonly kind: 'carrier' }

/** A move, and the help that is offered before it, or beside it. */
export interface Reading {
  readonly move: Move
  readonly heard?: HeardAlarm
  readonly despair?: true
}
