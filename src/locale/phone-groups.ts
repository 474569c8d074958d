/**
 * The digits of a telephone number in the groups that a country uses.
 *
 * @example
 * phoneGroups({ phone: '+18002272345', country: 'US' }) // ['1', '800', '227', '2345']
 * phoneGroups({ phone: '116123', country: 'GB' }) // ['116', '123']
 */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { PhoneNumber } from './wording.ts'

/** Longer short numbers are grouped in threes: 116 123, but 85258. */
const LONGEST_UNGROUPED = 5

export function phoneGroups({ phone, country }: PhoneNumber): readonly string[] {
  if (!phone.startsWith('+'))
    return phone.length > LONGEST_UNGROUPED ? (phone.match(/\d{1,3}/g) ?? [phone]) : [phone]
  const parsed = parsePhoneNumberFromString(phone, country as CountryCode)
  if (!parsed) return [phone]
  const home = parsed.country === country || parsed.country === undefined
  // North America (+1) dials the country code at home too: 1-800-…
  const written =
    home && parsed.countryCallingCode !== '1' ? parsed.formatNational() : parsed.formatInternational()
  return (written.match(/\d+/g) ?? [phone]).map((group, index) =>
    index === 0 && !home ? `+${group}` : group,
  )
}
