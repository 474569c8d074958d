/**
 * The country of a telephone number, from the numbering plans in libphonenumber.
 *
 * @example
 * phoneCountry('+17875550123') // 'PR'
 * phoneCountry('+447700900123', ['JE']) // 'JE': one of the four places that share +44; 'GB' where nothing is known
 * phoneCountry('+18005550123') // undefined: a toll-free number has no country
 */
import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min'

/** Toll-free in all 25 countries of North America (nanpa.com, "8YY numbers"). */
const TOLL_FREE = /^\+18(?:00|22|33|44|55|66|77|88)/
const NORTH_AMERICA = '1'

/** `likely` decides among the countries that share a calling code, where the number alone does not. */
export function phoneCountry(phone: string, likely: readonly string[] = []): string | undefined {
  const parsed = parsePhoneNumberFromString(phone)
  if (!parsed) return undefined
  const { country, countryCallingCode: code } = parsed
  // An area code that nobody has says nothing: test numbers (555) are of this kind.
  if (code === NORTH_AMERICA && (!country || TOLL_FREE.test(phone))) return undefined
  const shares = (each: string) => isSupportedCountry(each) && getCountryCallingCode(each) === code
  // Elsewhere a shared code is that of a country and its islands. The country comes first.
  return country ?? likely.find(shares) ?? parsed.getPossibleCountries()[0]
}

/** A number as it is dialled within a country, in full; undefined where there is no such number. */
export function fullNumber(digits: string, country: string): string | undefined {
  if (!isSupportedCountry(country)) return undefined
  const parsed = parsePhoneNumberFromString(digits, country)
  return parsed?.isPossible() ? parsed.number : undefined
}

/** A number in full without its +, as SIP trunks send it; undefined where there is no such number. Extensions are shorter. */
export function internationalNumber(digits: string): string | undefined {
  if (!/^(00)?[1-9]\d{9,14}$/.test(digits)) return undefined
  const parsed = parsePhoneNumberFromString(digits.replace(/^(00)?/, '+'))
  return parsed?.isPossible() ? parsed.number : undefined
}

/** No phone has such a number: it is shorter than all numbers of its country. */
export function isTooShort(phone: string): boolean {
  return validatePhoneNumberLength(phone) === 'TOO_SHORT'
}
