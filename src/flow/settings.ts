/**
 * `flows/line.yaml`: what an operator changes, without code.
 *
 * @example
 * name: Plainline
 * country: US
 * locales: [en, es]
 */
import { z } from 'zod'
import { countryCode, slug } from './fields.ts'

const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'Write the number in full, with + and the country code, such as "+18005550100"')
const localeName = z
  .string()
  .regex(
    /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/,
    'A locale is a language tag (BCP 47), the name of its folder in locales/',
  )
const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'Write a time of day as "09:00"')
const zone = z
  .string()
  .refine(isTimeZone, 'Write a time zone as the tz database does, such as "America/New_York"')

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const settingsSchema = z.strictObject({
  name: z.string().min(1).max(40).describe('The name of the line, as it is said and texted'),
  country: countryCode.describe('The country taken for a caller whose country is not known (ISO code)'),
  locales: z.array(localeName).min(1).describe('The languages offered, in this order'),
  number: e164
    .nullable()
    .default(null)
    .describe('The number people call and text, as the page and the card print it; null while there is none'),
  numbers: z
    .array(z.strictObject({ number: e164, locales: z.array(localeName).min(1) }))
    .default([])
    .describe('Numbers of this line that offer other languages, or another order'),
  card: z
    .array(slug)
    .max(6)
    .default([])
    .describe('Topics that the card has a code for: scanned, it calls and goes straight there'),
  replies: z
    .strictObject({
      number: z.int().min(10).default(60),
      hour: z.int().min(1).default(1000),
      day: z.int().min(1).default(5000),
    })
    .prefault({})
    .describe(
      'The most texts that are sent to one number in a day, and to all in an hour and in a day, so that nobody runs up the bill',
    ),
  handoff: z
    .strictObject({
      number: e164.nullable().describe('Whom key 0 calls; null for nobody'),
      zone,
      open: z.array(z.strictObject({ days: z.array(z.enum(days)).min(1), from: clock, to: clock })),
    })
    .describe('The people of this line: their number and their hours'),
})

export type Settings = z.infer<typeof settingsSchema>
export type Handoff = Settings['handoff']

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: name })
    return true
  } catch {
    return false
  }
}
