/**
 * Whether a webhook was signed by Twilio for this address, by Twilio's own validator: with and without a port, in
 * quotes as sent and as encoded, with repeated fields (docs/design/twilio.md section 5).
 *
 * @example
 * isSigned(settings, '/voice', 'L/OH5YylLD5NRKLltdqwSvS0BnU=', new URLSearchParams({ CallSid: 'CA1' }))
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import type { TwilioSettings } from './webhook-env.ts'

/** Base64 of the 20 bytes of a SHA-1, in the one spelling whose unused bits are 0: others would be new to idempotency.ts. */
const SIGNATURE = /^[A-Za-z0-9+/]{26}[AEIMQUYcgkosw048]=$/
/** An address that Twilio's validator tries in two forms only, with and without a port: no query, and nothing to escape. */
const PLAIN_PATH = /^[\w./~-]*$/
/** No telephone network has the area code 555: these are the numbers of phones in a browser, and nobody's. */
const STORY_NUMBER = /^\+1555555\d{4}$/
/** Of these, the ones that the doctor calls from (doctor/checks/self-call.ts). Phones in a browser do not use them. */
const DOCTOR_NUMBER = /^\+15555550[5-9]\d\d$/

/**
 * `target` is the path and query as requested, without the path of PUBLIC_URL, and `fields` those of the body: none where
 * it was sent by GET, or as JSON. The address is PUBLIC_URL, whatever Host and X-Forwarded-Host say. In the demo there is no
 * token and everything passes.
 */
export function isSigned(
  { publicUrl, authTokens }: TwilioSettings,
  target: string,
  signature: string | undefined,
  fields: URLSearchParams,
): boolean {
  if (authTokens.length === 0) return true
  return authTokens.some((token) => isSignedBy(token, publicUrl, target, signature, fields))
}

/** Whether a phone in the browser has sent it (`signatureFor`). */
export function isSignedByPhone(
  { publicUrl, secret }: TwilioSettings,
  target: string,
  signature: string | undefined,
  fields: URLSearchParams,
): boolean {
  return isFromStory(fields) && isSignedBy(phoneKey(secret), publicUrl, target, signature, fields)
}

function isSignedBy(
  key: string,
  publicUrl: string | null,
  target: string,
  signature: string | undefined,
  fields: URLSearchParams,
): boolean {
  if (!publicUrl || !signature || !SIGNATURE.test(signature)) return false
  if (isSignedAt(key, signature, publicUrl + target, fields)) return true
  if (PLAIN_PATH.test(target) && fields.size === new Set(fields.keys()).size)
    return isSignedAt(key, signature, withOtherPort(publicUrl) + target, fields)
  const lists = listsOf(fields)
  return [...new Set([target, unescaped(target)])].some((each) =>
    webhooks.validateRequest(key, signature, publicUrl + each, lists),
  )
}

/** With the port that the scheme stands for; without one, where there is one. */
function withOtherPort(publicUrl: string): string {
  const { protocol, host, hostname, pathname, port } = new URL(publicUrl)
  const other =
    port || /:\d+/.test(publicUrl.slice(protocol.length))
      ? hostname
      : `${host}:${protocol === 'https:' ? 443 : 80}`
  return `${protocol}//${other}${pathname.replace(/\/$/, '')}`
}

/** As it may stand in the Console: runtimes escape some characters that Twilio signs as they are (WHATWG URL, "percent-encode sets"). */
function unescaped(target: string): string {
  return target.replace(/%(?:2[27]|3[CE]|5E|60|7[BD])/gi, decodeURIComponent)
}

/** As nearly all are: the address as it is, every field once. Twilio's validator tries every other form, in five times the time. */
export function isSignedAt(token: string, signature: string, url: string, fields: URLSearchParams): boolean {
  if (!SIGNATURE.test(signature)) return false
  fields.sort()
  let signed = url
  fields.forEach((value, name) => {
    signed += name + value
  })
  const expected = createHmac('sha1', token).update(signed).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'base64'))
}

/** Fields by name; one sent more than once is a list. */
function listsOf(fields: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const values = fields.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}

/**
 * The signature of a form from a phone in the browser, as Twilio would make it; none in the demo. `path` is as the
 * outside sees it.
 *
 * It is made by a key of our own, which opens nothing but webhooks from story numbers. What a token signs would do for
 * any number: Twilio's signature does not tell where one field ends and the next begins.
 */
export function signatureFor(
  { publicUrl, authTokens, secret }: TwilioSettings,
  path: string,
  form: Readonly<Record<string, string>>,
): string {
  if (authTokens.length === 0 || !publicUrl) return ''
  return webhooks.getExpectedTwilioSignature(phoneKey(secret), new URL(publicUrl).origin + path, { ...form })
}

function isFromStory(fields: URLSearchParams): boolean {
  const numbers = fields.getAll('From')
  return numbers.length === 1 && isStoryNumber(numbers[0])
}

export function isStoryNumber(number: string | undefined): boolean {
  return STORY_NUMBER.test(number ?? '')
}

export function isDoctorNumber(number: string | null): boolean {
  return DOCTOR_NUMBER.test(number ?? '')
}

function phoneKey(secret: string): string {
  return `phone in the browser: ${secret}`
}
