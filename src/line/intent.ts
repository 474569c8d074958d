/** An intent is the meaning of an event at a position: the one thing that the person wants. */
import type { CarrierWish } from '../finder/carrier-words.ts'
import type { HeardAlarm } from '../finder/weigh-danger.ts'

export type Intent =
  /** Give the prompts of the place: on arrival, or again. */
  | { readonly kind: 'prompt' }
  /** `part` by its name, where one part answers what was asked. */
  | { readonly kind: 'open'; readonly node: string; readonly part?: string; readonly locale?: string }
  /** Offer the nodes that words may have meant. */
  | { readonly kind: 'guess'; readonly among: readonly string[]; readonly locale: string }
  /** A picture or a voice note came, and no words. */
  | { readonly kind: 'media' }
  /** Text no more. */
  | { readonly kind: 'stop'; readonly locale: string }
  /** On through a consent, to the topic it guards; or to a topic in the source language, which the person's own lacks. */
  | { readonly kind: 'agree'; readonly topic: string }
  /** An answer about the line itself, or to words that ask for no topic. */
  | { readonly kind: 'reply'; readonly reply: string; readonly locale: string }
  /** Nothing but the country that the person is in. */
  | { readonly kind: 'country'; readonly locale: string }
  /** The message is in a language that the line lacks. */
  | { readonly kind: 'other language'; readonly tag: string }
  | { readonly kind: 'main'; readonly locale?: string }
  | { readonly kind: 'locale'; readonly locale: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'next' }
  /** To the next part, by itself: nobody pressed or said anything. */
  | { readonly kind: 'go on' }
  /** By phone: tell the choices again. */
  | { readonly kind: 'choices' }
  /** By phone: not what is told or offered. */
  | { readonly kind: 'decline' }
  /** By phone: wait longer, this once. */
  | { readonly kind: 'wait' }
  /** Tell all keys that work here. */
  | { readonly kind: 'keys' }
  /** The first digit of a topic's number. */
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'part'; readonly part: number }
  | { readonly kind: 'pace'; readonly pace: 'normal' | 'slow' }
  /** Go on in the deeper voice of the language, or in the usual one. */
  | { readonly kind: 'voice'; readonly deeper: boolean }
  | { readonly kind: 'more time' }
  /** Tell of the service of this index in the directory of the caller's country. */
  | { readonly kind: 'helpline'; readonly service: number }
  /** Connect with the service of this index in the directory of the caller's country. */
  | { readonly kind: 'connect'; readonly service: number }
  | { readonly kind: 'connected'; readonly answered: boolean }
  | { readonly kind: 'silence' }
  | { readonly kind: 'wrong key'; readonly key: string }
  | { readonly kind: 'unmatched' }
  /** The person says goodbye. */
  | { readonly kind: 'goodbye'; readonly locale: string }
  /** The call must end, because of its length. */
  | { readonly kind: 'overlong' }
  /** The answer to "Was this what you needed?" */
  | { readonly kind: 'helped'; readonly helped: boolean }
  /** Thanks, or by text no more than yes: nothing is asked. */
  | { readonly kind: 'thanks'; readonly locale: string }
  /** A carrier word that asks for help with the line itself, where no carrier answers it. */
  | { readonly kind: 'help'; readonly locale: string }
  /** Text again. */
  | { readonly kind: 'start'; readonly locale: string }
  /** A word that the carrier answers; the line stays silent. */
  | { readonly kind: 'carrier'; readonly wish: CarrierWish }
  /** A machine's words; the line stays silent. */
  | { readonly kind: 'machine' }

/** An intent, and the help that the line offers before the answer to it, or beside it. */
export interface Interpretation {
  readonly intent: Intent
  readonly heard?: HeardAlarm
  readonly despair?: true
  /** The language of words in a conversation in another: it is offered. */
  readonly offer?: string
  /** The country that the person has said they are in: its numbers hold from now on. */
  readonly country?: string
}
