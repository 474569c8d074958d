/** An event is the person's last action; the channel context is how they reach the line. Neither says who they are. */

export type Channel = 'voice' | 'sms'

export interface ChannelContext {
  readonly channel: Channel
  /** ISO code of the caller's country. */
  readonly country: string
  /** Whether a person of this line can be called now. */
  readonly staffed: boolean
  /** The number of the line that the person called or texted, in full; null where it is not a number. */
  readonly called: string | null
  /** Whether the line must not call this number for this caller: the call would come back to where it is from. */
  readonly isCircular?: (number: string) => boolean
  /** The call has been so long that it must end now. */
  readonly isOverlong?: boolean
}

export type UserEvent =
  | { readonly kind: 'arrival' }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'speech'; readonly words: string }
  | {
      readonly kind: 'text'
      readonly words: string
      /** Where not every carrier word is answered before it comes to us (sms/form.ts). */
      readonly carrier?: 'none' | 'toll-free'
    }
  /** A text whose sender is no person's phone. */
  | { readonly kind: 'machine' }
  /** A picture or a voice note, without words. */
  | { readonly kind: 'media' }
  | { readonly kind: 'silence' }
  /** A call that the line connected has ended. */
  | { readonly kind: 'dialled'; readonly answered: boolean }
