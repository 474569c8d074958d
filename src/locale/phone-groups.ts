/**
 * The digits of a telephone number in the groups that a country uses.
 *
 * @example
 * phoneGroups({ phone: '+18002272345', country: 'US' }) // ['1', '800', '227', '2345']
 * phoneGroups({ phone: '116123', country: 'GB' }) // ['116', '123']
 */
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { PhoneNumber } from './wording.ts'

/** Longer short numbers are grouped in threes: 116 123, but 85258. */
const LONGEST_UNGROUPED = 5
/** By country, numbers that people there write in other groups: 0800 567 567 (sadag.org), 13 11 14 (lifeline.org.au). */
const OWN_GROUPS: Readonly<Record<string, readonly [pattern: RegExp, written: string]>> = {
  AU: [/^(13)(\d\d)(\d\d)$/, '$1 $2 $3'],
  ZA: [/^\+27(800)(\d{3})(\d{3})$/, '0$1 $2 $3'],
}

export function phoneGroups({ phone, country }: PhoneNumber): readonly string[] {
  const [pattern, written] = OWN_GROUPS[country] ?? []
  if (pattern && written && pattern.test(phone)) return phone.replace(pattern, written).split(' ')
  if (!phone.startsWith('+'))
    return phone.length > LONGEST_UNGROUPED ? (phone.match(/\d{1,3}/g) ?? [phone]) : [phone]
  const parsed = parsePhoneNumberFromString(phone)
  if (!parsed) return [phone]
  const { countryCallingCode: code } = parsed
  const home = isSupportedCountry(country) && getCountryCallingCode(country) === code
  // North America (+1) dials the country code at home too: 1-800-…
  const digits = home && code !== '1' ? parsed.formatNational() : parsed.formatInternational()
  return (digits.match(/\d+/g) ?? [phone]).map((group, index) => (index === 0 && !home ? `+${group}` : group))
}
