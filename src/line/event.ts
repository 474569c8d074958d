/** What a person just did, and what is known of how they reach us. Never who they are. */

export type Channel = 'voice' | 'sms'

export interface ChannelContext {
  readonly channel: Channel
  /** ISO code of the caller's country. */
  readonly country: string
  /** Whether a person of this line can be called now. */
  readonly staffed: boolean
  /** The number of ours that was called or texted, in full; null where it is not a number. */
  readonly called: string | null
}

export type UserEvent =
  | { readonly kind: 'arrival' }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'speech'; readonly words: string }
  | { readonly kind: 'text'; readonly words: string }
  /** A picture or a voice note, without words. */
  | { readonly kind: 'media' }
  | { readonly kind: 'silence' }
  /** A call that we connected has ended. */
  | { readonly kind: 'dialled'; readonly answered: boolean }
