/**
 * The words that Twilio answers itself at every number, as one whole message in any case
 * (docs/design/twilio.md section 2, "Opt-out"). They are never a keyword or a guess, and no more are the words that carriers in
 * the countries of a language know besides (`carriers` in `countries.json`).
 *
 * @example
 * carrierWish('unstop') // 'start'
 */
import { isWithinOneEdit } from './one-edit.ts'

/** `yes` is `start` to Twilio, but may be the answer to a question of ours. */
export type CarrierWish = 'stop' | 'start' | 'yes' | 'help'

const WORDS: Readonly<Record<CarrierWish, readonly string[]>> = {
  stop: ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout'],
  start: ['start', 'unstop'],
  yes: ['yes'],
  help: ['help', 'info'],
}
const WISHES: readonly CarrierWish[] = ['stop', 'start', 'yes', 'help']

export const CARRIER_WORDS: ReadonlySet<string> = new Set(Object.values(WORDS).flat())

/** One slip of the thumb makes no other word of these that people text, as it makes "quiet" of "quit". */
const SURE_OF: readonly string[] = ['stop', 'stopall', 'unsubscribe', 'optout']
const SHORTEST = 4

/** Whether a word asks to stop, and can mean nothing else within politeness. */
export function isSureStop(word: string): boolean {
  return SURE_OF.includes(word)
}

/** Whether a word is a stop word with one letter wrong: the carrier does not know it. */
export function isStopMisspelt(word: string): boolean {
  return word.length >= SHORTEST && SURE_OF.some((stop) => isWithinOneEdit(stop, word))
}

/** What a normalised message wishes that is such a word. */
export function carrierWish(text: string): CarrierWish | undefined {
  return WISHES.find((wish) => WORDS[wish].includes(text))
}
