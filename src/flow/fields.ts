/** Fields that several kinds of authored files share. */
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

export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'Write the two letters of the country (ISO 3166) in capitals, such as "US"')

const E164 = /^\+[1-9]\d{6,14}$/

/** A telephone number in full, in its one spelling (E.164): two spellings of a number would not be known for one. */
export const phoneNumber = withTelephone(
  z.string().regex(E164, 'Write the number in full, with + and the country code, such as "+18005550100"'),
)

/** A number in full must be one that a telephone can have. */
export function withTelephone(schema: z.ZodString) {
  return schema.refine((number) => {
    const parsed = E164.test(number) ? parsePhoneNumberFromString(number) : undefined
    return !E164.test(number) || (parsed?.number === number && parsed.isPossible())
  }, 'No telephone has this number: count its digits, and leave out a 0 after the country code')
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
