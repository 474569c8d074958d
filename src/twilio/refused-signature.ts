/**
 * Why the signature of a webhook does not fit, as a sentence for the operator: Twilio's Console may have another address than
 * `PUBLIC_URL`, or the token may be another account's. Holds no more of an address than its scheme, host and the path of PUBLIC_URL:
 * the path of a step says what is being listened to.
 *
 * @example
 * whyRefused(settings, '/voice', signature, fields, ['line.example.org'])
 * // 'Twilio signed for http://line.example.org, and PUBLIC_URL is https://line.example.org. …'
 */
import { isSignedAt } from './signature.ts'
import { basePath, type TwilioSettings } from './webhook-env.ts'

const SCHEMES = ['https', 'http']

/** The sentence, for what `isSigned` was asked; `hosts` are those that the request may have been sent to: `Host` and `X-Forwarded-Host`. */
export function whyRefused(
  settings: TwilioSettings,
  target: string,
  signature: string | undefined,
  fields: URLSearchParams,
  hosts: readonly (string | undefined)[],
): string {
  const { publicUrl, authTokens } = settings
  if (!signature || !publicUrl)
    return 'A request to a webhook had no signature: it did not come from Twilio, or a proxy cut off the header X-Twilio-Signature.'
  const base = basePath(settings)
  const known = [new URL(publicUrl).host, ...hosts].filter(
    (host) => host !== undefined && /^[\w.:-]+$/.test(host),
  )
  for (const host of new Set(known))
    for (const scheme of SCHEMES)
      for (const path of new Set([base, ''])) {
        const address = `${scheme}://${host}${path}`
        if (authTokens.some((token) => isSignedAt(token, signature, address + target, fields)))
          return `Twilio signed for ${address}, and PUBLIC_URL is ${publicUrl}. Write the same address in both: in PUBLIC_URL and in Twilio's Console.`
      }
  return 'A signature fits no address of this server with the tokens of TWILIO_AUTH_TOKEN. If your calls fail: the token is that of another account or sub-account, or was changed in the Console; or the Console has an address with another host or path. If they do not, somebody has tried; there is nothing to do.'
}
