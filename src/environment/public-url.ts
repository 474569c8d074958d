/**
 * The address that Twilio calls. Twilio signs the whole address, so one that differs by a letter refuses every call.
 *
 * @example
 * publicUrlProblem('https://line.example.org/voice') // 'PUBLIC_URL must end before /voice: …'
 */

const EXAMPLE = 'such as https://line.example.org'
/** What the Console has after `PUBLIC_URL`. */
const WEBHOOK_PATH = /\/(voice|sms)(\/.*)?$/i
/** Hosts that no certificate is issued for: this machine, and networks of its owner (RFC 1918, RFC 4193, RFC 6761, RFC 6762). */
const PRIVATE_HOST =
  /^(localhost|(127|10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d+)+|\[(::1|f[cd].*|fe[89ab].*)\]|[^.[]+|.+\.(localhost|local|internal|test))$/

/** A sentence for the operator, or nothing. */
export function publicUrlProblem(address: string): string | undefined {
  const url = parse(address)
  if (!url) return `PUBLIC_URL must be the whole address that Twilio calls, ${EXAMPLE}.`
  if (url.username || url.password)
    return `PUBLIC_URL must not hold a user or a password: Twilio does not sign them. Write only the address, ${EXAMPLE}.`
  if (/[?#]/.test(address)) return `PUBLIC_URL must not have "?" or "#": write it up to there, ${EXAMPLE}.`
  const [webhook = ''] = WEBHOOK_PATH.exec(url.pathname.replace(/\/+$/, '')) ?? []
  if (webhook)
    return `PUBLIC_URL must end before ${webhook}: the line adds its paths itself. Write it ${EXAMPLE}.`
  if (url.protocol === 'http:' && !PRIVATE_HOST.test(url.hostname))
    return `PUBLIC_URL must begin with https://: over http anybody on the way reads what people ask. Write it ${EXAMPLE}.`
  const written = address.replace(/\/+$/, '')
  const canonical = url.href.replace(/\/+$/, '')
  // A port that the scheme stands for may be written or not: signatures are checked for both.
  if (written !== canonical && written.replace(/:(80|443)(?=\/|$)/, '') !== canonical)
    return `PUBLIC_URL must be written as Twilio calls it: ${canonical}. Write the same in Twilio's Console.`
  return undefined
}

/** Whether only this machine, or a network of its owner, can reach the address. */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE_HOST.test(new URL(address).hostname)
}

/** Only what a person would read as one address too: `new URL` also takes `https:/host` and `https://a,b`. */
function parse(address: string): URL | undefined {
  if (!/^https?:\/\/[^\s/\\]/i.test(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const isPlain =
    /^([a-z0-9._-]+|\[[0-9a-f:.]+\])$/.test(url.hostname) &&
    !/\/\/|[\s,;\\]/.test(url.pathname.replace(/\/+$/, ''))
  return isPlain && !/\s/.test(address) ? url : undefined
}
