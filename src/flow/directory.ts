/**
 * `flows/directory/<country>.yaml`: emergency number and helplines of one country.
 *
 * @example
 * country: US
 * emergency: { number: "911", source: FCC, checked: 2026-11 }
 * services:
 *   - { id: acs, kind: cancer, name: American Cancer Society, call: "+18002272345", … }
 */
import { z } from 'zod'
import { countryCode, slug, withTelephone } from './fields.ts'

const dialled = withTelephone(
  z
    .string()
    .regex(
      /^(\+[1-9]\d{6,14}|\d{2,8})$/,
      'Write the number in full ("+18002272345"), or a short one as it is dialled ("988")',
    ),
)
const checked = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'Write the date as 2026-11 or 2026-11-22')

export const serviceSchema = z.strictObject({
  id: slug,
  kind: z.enum(['crisis', 'cancer', 'breast', 'hospice', 'planning']),
  name: z.string().min(1).describe("The service's own name"),
  call: dialled.optional().describe('The number to call'),
  text: z
    .strictObject({ to: dialled })
    .optional()
    .describe('The number to text; the word to send stands in the locales'),
  always: z.literal(true).optional().describe('Open day and night, every day'),
  languages: z.array(z.string()).default([]),
  confidence: z
    .enum(['H', 'M'])
    .describe('High: an official page; medium: official but old, or a second source'),
  source: z.string().min(1),
  checked,
})

export const directorySchema = z.strictObject({
  country: countryCode,
  emergency: z.strictObject({ number: dialled, source: z.string().min(1), checked }),
  services: z.array(serviceSchema),
})

export type CountryDirectory = z.infer<typeof directorySchema>
export type Service = z.infer<typeof serviceSchema>
