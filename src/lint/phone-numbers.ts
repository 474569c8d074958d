/**
 * A number in full is one that its country has given out (libphonenumber), and of the country of its file. A short one, such as
 * 988, is known to the phones of its country alone.
 */
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Path } from '../authored/issue.ts'
import { issueIn } from '../authored/issue.ts'
import type { CountryDirectory } from '../flow/directory.ts'
import type { Draft } from '../line/draft.ts'
import type { Check } from './check.ts'

export const checkPhoneNumbers: Check<Draft> = function* ({ flow }) {
  for (const { data, source } of Object.values(flow.directory))
    for (const [path, number] of numbersIn(data)) {
      const problem = problemOf(number, data.country)
      if (problem) yield issueIn(source)('no-such-number', path, problem)
    }
  if (!flow.everywhere) return
  const { data, source } = flow.everywhere
  for (const [country, { call }] of Object.entries(data.crisis)) {
    const problem = problemOf(call, country)
    if (problem) yield issueIn(source)('no-such-number', ['crisis', country, 'call'], problem)
  }
}

function* numbersIn({ relay, services }: CountryDirectory): Generator<readonly [Path, string]> {
  if (relay) yield [['relay', 'number'], relay.number]
  for (const [index, { call, second, interpreter, text }] of services.entries())
    for (const [field, number] of Object.entries({ call, second, interpreter, text: text?.to }))
      if (number) yield [['services', index, field, ...(field === 'text' ? ['to'] : [])], number]
}

function problemOf(number: string, country: string): string | undefined {
  if (!number.startsWith('+')) return undefined
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed?.isValid())
    return `No telephone has the number ${number}. Compare it with the source, digit by digit.`
  if (!isSupportedCountry(country) || getCountryCallingCode(country) === parsed.countryCallingCode)
    return undefined
  return `${number} is not a number of ${country}. Give the one that is called there.`
}
