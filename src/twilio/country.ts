/**
 * The country of a person, which decides the emergency number and the helplines that they are told.
 *
 * @example
 * countryOf(line, (field) => ({ From: 'whatsapp:+447700900123' })[field]) // 'GB'
 * countryOf(line, (field) => ({ From: 'Anonymous', FromCountry: 'TH', ToCountry: 'US' })[field]) // 'US'
 */
import type { Line } from '../line/line.ts'
import { phoneCountry } from '../locale/phone-country.ts'
import { countryIn, isWithheld, phoneIn } from './address.ts'
import type { Form } from './webhook-env.ts'

/**
 * In this order:
 *
 * 1. The person's number, or the id of a WhatsApp user: it is theirs, and Twilio's country for it is a guess, or missing
 *    (WhatsApp, RCS, SIP).
 * 2. Twilio's country, where the number does not tell: short codes, clients, toll-free numbers.
 * 3. For somebody who withholds the number, neither. They have reached us by a number, mostly in their own country: the one that
 *    they dialled before the call was forwarded, then the number of ours.
 * 4. The country of the line.
 *
 * A language, or a place in a conversation, tells no country. A territory is told the numbers of the country whose directory
 * names it.
 */
export function countryOf(line: Line, form: Form): string {
  const likely = line.settings.country
  const country =
    countryAt(form('From') ?? form('Caller'), form('FromCountry') || form('CallerCountry'), likely) ??
    countryAt(form('ForwardedFrom'), undefined, likely) ??
    countryAt(form('To') ?? form('Called'), form('ToCountry') || form('CalledCountry'), likely) ??
    likely
  return line.territories[country] ?? country
}

/** The country of an address; `told` is Twilio's. Undefined where neither says anything. */
function countryAt(
  address: string | undefined,
  told: string | undefined,
  likely: string,
): string | undefined {
  const [claimed] = /^[A-Z]{2}$/.exec(told?.trim().toUpperCase() ?? '') ?? []
  if (address === undefined) return claimed
  const named = countryIn(address)
  if (named || isWithheld(address)) return named
  const phone = phoneIn(address, claimed ?? likely)
  return (phone ? phoneCountry(phone, claimed ? [claimed, likely] : [likely]) : undefined) ?? claimed
}
