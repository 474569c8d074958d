/**
 * The address that Twilio calls: whether it can be reached from outside, and its certificate.
 *
 * @example
 * await checkCertificate('https://line.example.org', readCertificate, new Date())
 */
import { isPrivateAddress } from '../../environment/public-url.ts'
import { type Diagnosis, fail, ok, warn } from '../finding.ts'
import type { ReadCertificate } from '../read-certificate.ts'

const ABOUT = 'certificate'
const DAY_MS = 24 * 60 * 60_000
/** Caddy and certbot renew 30 days before the end. */
const SOON_DAYS = 14

export async function checkCertificate(
  publicUrl: string,
  read: ReadCertificate,
  now: Date,
): Promise<readonly Diagnosis[]> {
  const { hostname, protocol } = new URL(publicUrl)
  if (isPrivateAddress(publicUrl))
    return [
      fail(
        'address',
        `PUBLIC_URL is ${publicUrl}, which only this machine or its network can reach.`,
        'Give the line a name in the DNS and a certificate, and write https:// and that name.',
      ),
    ]
  // docs/design/twilio.md section 1.
  if (hostname.includes('_'))
    return [
      fail('address', `Twilio calls no host with "_" in its name (${hostname}).`, 'Choose another name.'),
    ]
  if (protocol !== 'https:') return []
  const certificate = await read(publicUrl)
  if (!certificate.ok)
    return [
      fail(
        'address',
        `${publicUrl} cannot be reached from here (${certificate.code}).`,
        'Look whether the name is right in the DNS, the proxy runs, and the firewall lets port 443 through.',
      ),
    ]
  const days = Math.floor((certificate.validTo.getTime() - now.getTime()) / DAY_MS)
  const date = certificate.validTo.toISOString().slice(0, 10)
  const renew = 'Let the proxy renew it: Caddy does so by itself, where ports 80 and 443 are open.'
  if (days < 0) return [fail(ABOUT, `It has ended on ${date}: Twilio reaches nobody.`, renew)]
  if (certificate.problem)
    return [
      fail(
        ABOUT,
        `It is not one that Twilio trusts for this name (${certificate.problem}).`,
        "Take one of Let's Encrypt, with the whole chain: Caddy does so by itself.",
      ),
    ]
  return [
    days < SOON_DAYS ? warn(ABOUT, `It ends on ${date}.`, renew) : ok(ABOUT, `It is good until ${date}.`),
  ]
}
