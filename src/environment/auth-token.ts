/**
 * The tokens that may sign webhooks. A wrong one refuses every call and says nothing, so what is certainly no token is refused
 * at start, and what only looks unusual is a warning.
 *
 * @example
 * authTokens('older, newer') // ['older', 'newer']
 * authTokenProblem('AC' + '0'.repeat(32)) // 'TWILIO_AUTH_TOKEN holds a SID, …'
 */

const WHERE = 'Copy "Auth Token" from the Account Dashboard of Twilio\'s Console'
/** As Twilio's Console shows them. */
const TOKEN = /^[0-9a-f]{32}$/
/** Of an account (AC), an API key (SK), a number (PN) … */
const SID = /^[A-Z]{2}[0-9a-f]{32}$/i
/** A token cut short, doubled in part, in capitals, or the secret of an API key; or a token with something beside it. */
const NEAR_TOKEN = /^[0-9a-z]{26,38}$|(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/i

export function authTokens(list: string): readonly string[] {
  return list
    .split(',')
    .map((token) => token.trim())
    .filter(Boolean)
}

/** A sentence for the operator where a value of the list is certainly no token. It quotes nothing: a token is secret. */
export function authTokenProblem(list: string): string | undefined {
  const tokens = authTokens(list)
  if (tokens.length === 0) return `TWILIO_AUTH_TOKEN holds no token. ${WHERE}, or leave it unset for a demo.`
  if (tokens.some((token) => SID.test(token)))
    return `TWILIO_AUTH_TOKEN holds a SID, which names an account or a key and signs nothing. ${WHERE}.`
  if (tokens.some((token) => !TOKEN.test(token) && NEAR_TOKEN.test(token)))
    return `TWILIO_AUTH_TOKEN holds something else than tokens of 32 digits and letters from a to f, with a comma between two. ${WHERE}.`
  return undefined
}

export function authTokenWarning(list: string): string | undefined {
  return authTokens(list).every((token) => TOKEN.test(token))
    ? undefined
    : `TWILIO_AUTH_TOKEN does not look like Twilio's (32 digits and letters from a to f). If it is wrong, every call is refused. ${WHERE}.`
}
