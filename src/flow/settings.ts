/**
 * `flows/line.yaml`: what an operator changes, without code.
 *
 * @example
 * name: Plainline
 * country: US
 * locales: [en, es]
 */
import { z } from 'zod'
import { countryCode, eachOnce, phoneNumber, slug } from './fields.ts'
import { localeName, localeNames } from './locale-name.ts'
import { closedDates, openHours } from './open-hours.ts'

const zone = z
  .string()
  .refine(
    isPlaceZone,
    'Write a time zone by its region and city, as the tz database does, such as "America/New_York": other names ignore summer time, or are not known',
  )

const oneLine = z
  .string()
  .min(1)
  .max(100)
  .regex(
    /^[^\s<>{}]([^\n\r<>{}]*[^\s<>{}])?$/,
    'Write one line, without spaces around it and without < > { }',
  )

export const settingsSchema = z.strictObject({
  name: z
    .string()
    .max(40)
    .regex(
      /^[^\s|<>{}]([^\n\r|<>{}]*[^\s|<>{}])?$/,
      'Write the name on one line, without spaces around it and without | < > { }',
    )
    .describe('The name of the line, as it is said and texted'),
  country: countryCode.describe('The country taken for a caller whose country is not known (ISO code)'),
  locales: localeNames.describe('The languages offered, in this order'),
  source: localeName
    .optional()
    .describe(
      'The language that has every text, from which the others are translated; the first of them where it is left out',
    ),
  core: z
    .array(slug)
    .superRefine(eachOnce((topic) => topic))
    .optional()
    .describe('Topics that every language must have to be offered at all; all topics where it is left out'),
  number: phoneNumber
    .nullable()
    .default(null)
    .describe('The number people call and text, as the page and the card print it; null while there is none'),
  operator: z
    .strictObject({
      name: oneLine.describe('A person or an organisation'),
      contact: z
        .string()
        .regex(
          /^(https:\/\/\S+|[^\s@]+@[^\s@]+\.[^\s@]+|\+[1-9]\d{6,14})$/,
          'Write one e-mail address, one telephone number in full (+18005550100), or one address that begins with https://',
        )
        .optional()
        .describe('Where people reach them: an e-mail address, a telephone number in full, or a page'),
    })
    .optional()
    .describe('Who runs this line, as every page says at its end'),
  approved: z
    .strictObject({
      by: oneLine.describe('Initials and role, such as "M. R., oncologist"'),
      on: z.iso.date().describe('The day, such as 2026-11-26'),
    })
    .optional()
    .describe('Which clinician has read and approved what this line tells, and when, as every page says'),
  review: z
    .enum(['all', 'reviewed', 'approved'])
    .default('reviewed')
    .describe(
      'Which texts a live line tells in the languages that are translated: all, those that a person has reviewed, or those approved',
    ),
  numbers: z
    .array(z.strictObject({ number: phoneNumber, locales: localeNames }))
    .default([])
    .superRefine(eachOnce(({ number }) => number))
    .describe('Numbers of this line that offer other languages, or another order'),
  likely: z
    .record(countryCode, localeNames)
    .default({})
    .describe('By the country of a caller, the languages that are offered first there'),
  card: z
    .array(slug)
    .max(6)
    .default([])
    .superRefine(eachOnce((topic) => topic))
    .describe('Topics that the card has a code for: scanned, it calls and goes straight there'),
  askIfItHelped: z
    .boolean()
    .default(false)
    .describe(
      'Whether the end of a topic asks "Was this what you needed?", once in a call or a conversation',
    ),
  speech: z
    .enum(['menus', 'always', 'never'])
    .default('menus')
    .describe(
      'When the line listens for words: at menus and after a part, also while a part is read, or never',
    ),
  endLoopAfter: z
    .int()
    .min(10)
    .max(180)
    .default(30)
    .describe('Minutes after which a call ends that only repeats what it has told, or hears only noise'),
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
      number: phoneNumber.nullable().describe('Whom key 0 calls; null for nobody'),
      others: z
        .array(phoneNumber)
        .max(4)
        .default([])
        .superRefine(eachOnce((number) => number))
        .describe('Numbers that are called one after the other where nobody takes the call at the first'),
      zone,
      open: openHours,
      closed: closedDates.optional().describe('Dates on which nobody is called, each year or once'),
      textNumber: z
        .boolean()
        .default(false)
        .describe(
          'Whether a text names the first number, with these hours; otherwise only the line calls it',
        ),
      passNumber: z
        .boolean()
        .default(false)
        .describe(
          "Whether people whom the line calls see the caller's number; otherwise they see the line's",
        ),
    })
    .describe('The people of this line: their number and their hours'),
})

export type Settings = z.infer<typeof settingsSchema>
export type Handoff = Settings['handoff']

/** The language that has every text, from which the others are translated. */
export function sourceLocale({
  source,
  locales: [first = ''],
}: Pick<Settings, 'source' | 'locales'>): string {
  return source ?? first
}

/** The numbers that lead to this line. */
export function ownNumbers({ number, numbers }: Pick<Settings, 'number' | 'numbers'>): readonly string[] {
  return [...(number ? [number] : []), ...numbers.map((each) => each.number)]
}

/** Names without a place are of a fixed distance from UTC (EST, Etc/GMT+5), or old spellings (GB). */
function isPlaceZone(name: string): boolean {
  if (!/^(?!Etc\/)[A-Za-z]+\/[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: name })
    return true
  } catch {
    return false
  }
}
