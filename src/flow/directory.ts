/**
 * `flows/directory/<country>.yaml`: emergency number and helplines of one country.
 *
 * @example
 * country: US
 * emergency: { number: "911", source: FCC, checked: 2026-11 }
 * relay: { number: "711", source: FCC, checked: 2026-11 }
 * services:
 *   - { id: acs, kind: cancer, name: American Cancer Society, call: "+18002272345", … }
 */
import { z } from 'zod'
import { countryCode, dayFirst, inFull, isDate, slug, withTelephone } from './fields.ts'

const dialled = withTelephone(
  z.string().regex(/^(\+[1-9]\d{6,14}|\d{2,8})$/, {
    error: ({ input }) =>
      `Write the number in full, ${inFull(input) ?? 'such as "+18002272345"'}, or a short one as it is dialled ("988")`,
  }),
)
const checked = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/, { error: checkedAdvice })
  .refine(isDate, { error: checkedAdvice })

/**
 * `flows/directory/emergency.yaml`: for people in countries without a directory of their own, and where a directory is gone.
 *
 * @example
 * emergency: { FR: "112", HK: "999" }
 * crisis: { FR: { name: 3114, call: "3114", source: …, checked: 2026-11 } }
 */
export const everywhereSchema = z.strictObject({
  source: z.string().min(1),
  checked,
  emergency: z.record(countryCode, dialled).describe('The number to call in danger of life, by country'),
  crisis: z
    .record(
      countryCode,
      z.strictObject({
        name: z.string().min(1).describe("The service's own name"),
        call: dialled,
        source: z.string().min(1),
        checked,
      }),
    )
    .describe('A line for thoughts of suicide, open day and night, by country'),
})

export const serviceKind = z.enum(['crisis', 'advice', 'cancer', 'breast', 'hospice', 'planning'])

const serviceSchema = z.strictObject({
  id: slug,
  kind: serviceKind.describe('What for; "advice" is medical advice when the care team does not answer'),
  name: z.string().min(1).describe("The service's own name"),
  call: dialled.optional().describe('The number to call'),
  second: dialled.optional().describe('Another number that reaches the same people'),
  interpreter: dialled.optional().describe('The number to call first, for an interpreter'),
  text: z
    .strictObject({ to: dialled })
    .optional()
    .describe('The number to text; the word to send stands in the locales'),
  always: z.literal(true).optional().describe('Open day and night, every day'),
  confidence: z
    .enum(['H', 'M'])
    .describe('High: an official page; medium: official but old, or a second source'),
  source: z.string().min(1),
  checked,
})

export const directorySchema = z.strictObject({
  country: countryCode,
  territories: z
    .array(countryCode)
    .default([])
    .describe('Codes of places whose people call the same numbers, such as PR of US'),
  emergency: z.strictObject({
    number: dialled,
    landline: dialled
      .optional()
      .describe('The number for an ambulance from a landline, where the other is for mobile phones only'),
    source: z.string().min(1),
    checked,
  }),
  relay: z
    .strictObject({ number: dialled, source: z.string().min(1), checked })
    .optional()
    .describe('What people who cannot hear or speak dial before a number, for a relay'),
  services: z.array(serviceSchema),
})

export type CountryDirectory = z.infer<typeof directorySchema>
export type Everywhere = z.infer<typeof everywhereSchema>
export type Service = z.infer<typeof serviceSchema>

function checkedAdvice({ input }: { readonly input?: unknown }): string {
  return `There is no such date. Write year, month and day as ${dayFirst(input) ?? '2026-11-22'}, or year and month as 2026-11`
}
