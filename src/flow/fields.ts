/** Fields that several kinds of authored files share. What is said of a wrong value shows it as it should be, where that is plain. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'

/** A node's name in flow files and addresses. */
export const slug = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*$/,
    'A slug is lower-case letters and digits, beginning with a letter, such as "bone"',
  )

/** The number on a card, by which people find a node without a menu. */
export const shortNumber = z
  .int()
  .min(10)
  .max(99)
  .describe('The stable two-digit number that people can text or dial')

/** Codes that are written often, and are none. */
const OTHER_COUNTRY_CODES: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' }

export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: countryAdvice })
  .refine((code) => !Object.hasOwn(OTHER_COUNTRY_CODES, code), { error: countryAdvice })

function countryAdvice({ input }: { readonly input?: unknown }): string {
  const code = String(input).toUpperCase()
  const meant = OTHER_COUNTRY_CODES[code] ?? (/^[A-Z]{2}$/.test(code) ? code : undefined)
  return `Write the two letters of the country (ISO 3166) in capitals, ${meant ? `here "${meant}"` : 'such as "US"'}`
}

const E164 = /^\+[1-9]\d{6,14}$/

/** A telephone number in full, in its one spelling (E.164): two spellings of a number would not be known for one. */
export const phoneNumber = withTelephone(z.string({ error: phoneAdvice }).regex(E164, { error: phoneAdvice }))

function phoneAdvice({ input }: { readonly input?: unknown }): string {
  return `Write the number in full and in quotes, with + and the country code, ${inFull(input) ?? 'such as "+18005550100"'}`
}

/** The number without the spaces, brackets and dashes that people write, and with the + that they leave out. */
export function inFull(input: unknown): string | undefined {
  const written = String(input).trim()
  const full = `+${written.replace(/^00|\D/g, '')}`
  // A shorter one may lack its country code.
  const isWhole = /^(\+|00)/.test(written) || full.length > 11
  return isWhole && parsePhoneNumberFromString(full)?.isPossible() ? `here "${full}"` : undefined
}

/** A number in full must be one that a telephone can have. */
export function withTelephone(schema: z.ZodString) {
  return schema.refine((number) => {
    const parsed = E164.test(number) ? parsePhoneNumberFromString(number) : undefined
    return !E164.test(number) || (parsed?.number === number && parsed.isPossible())
  }, 'No telephone has this number: count its digits, and leave out a 0 after the country code')
}

/** Whether there is such a day; without a year, the 29th of February is one, and without a day, each month. */
export function isDate(date: string): boolean {
  const [, year = '2024', month = '', day = '01'] = /^(?:(\d{4})-)?(\d{2})(?:-(\d{2}))?$/.exec(date) ?? []
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return time.getUTCMonth() + 1 === Number(month) && time.getUTCDate() === Number(day)
}

/** A date that is written with its day first: 24.12.2026. */
export function dayFirst(input: unknown): string | undefined {
  const [, day = '', month = '', year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(String(input)) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : undefined
}

/** For `superRefine`: no item of the list stands there twice. */
export function eachOnce<Item>(nameOf: (item: Item) => string) {
  return (items: readonly Item[], { addIssue }: z.RefinementCtx) => {
    const names = items.map(nameOf)
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index)
        addIssue({ code: 'custom', path: [index], message: `"${name}" stands here twice. Keep one` })
  }
}
