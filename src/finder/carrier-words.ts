/**
 * The words that carriers and Twilio answer themselves, as one whole message in any case
 * (twilio.md section 2, "Opt-out"). We stay silent, and never use one as a keyword or a guess.
 */
export const CARRIER_STOP_WORDS: ReadonlySet<string> = new Set([
  'stop',
  'stopall',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'revoke',
  'optout',
])

export const CARRIER_WORDS: ReadonlySet<string> = new Set([
  ...CARRIER_STOP_WORDS,
  'start',
  'yes',
  'unstop',
  'help',
  'info',
])
