/**
 * Whether a webhook was signed by Twilio for this address, by Twilio's own validator.
 *
 * @example
 * isSigned(settings, '/voice', 'L/OH5YylLD5NRKLltdqwSvS0BnU=', { CallSid: 'CA1' })
 */
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import type { Form } from '../voice/form.ts'
import type { WebSettings } from './deps.ts'

/** Form fields as they were sent; a field sent more than once is a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** `target` is the path and query as requested. In the demo there is no token and everything passes. */
export function isSigned(
  { publicUrl, authTokens }: WebSettings,
  target: string,
  signature: string | undefined,
  fields: Fields,
): boolean {
  if (authTokens.length === 0) return true
  if (!signature || !publicUrl) return false
  return authTokens.some((token) =>
    webhooks.validateRequest(token, signature, publicUrl + target, { ...fields }),
  )
}

/** The signature Twilio would give a form, by the newest token; none in the demo. `path` is as the outside sees it. */
export function signatureFor({ publicUrl, authTokens }: WebSettings, path: string, form: Form): string {
  const [token] = authTokens
  if (!token || !publicUrl) return ''
  return webhooks.getExpectedTwilioSignature(token, new URL(publicUrl).origin + path, { ...form })
}
