/**
 * The words that carriers and Twilio answer themselves, as one whole message in any case
 * (docs/design/twilio.md section 2, "Opt-out"). We stay silent, and never use one as a keyword or a guess.
 */
const stopWords = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout']
const otherWords = ['start', 'yes', 'unstop', 'help', 'info']

export const CARRIER_STOP_WORDS: ReadonlySet<string> = new Set(stopWords)
export const CARRIER_WORDS: ReadonlySet<string> = new Set([...stopWords, ...otherWords])
