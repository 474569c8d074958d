/**
 * Today's switches: what an operator changes on a running line for some days. They are kept in the database, and go before `line.yaml`,
 * which may have an announcement and topics that are off, too.
 *
 * @example
 * {
 *   announcement: { until: '2026-12-04', words: { en: 'The office is closed on Friday.' } },
 *   off: ['bone'],
 *   people: { open: 'closed', until: '2026-12-04T17:00' },
 *   holidays: ['2026-12-24'],
 *   number: null,
 * }
 */
import { z } from 'zod'
import { phoneNumber, slug } from './fields.ts'
import { localeName } from './locale-name.ts'

export const dateSchema = z.iso.date()
/** A date lasts until its end; a time is one of the line's own zone, so it names none: Zod takes a Z. */
export const untilSchema = z.union([
  dateSchema,
  z.iso.datetime({ local: true, precision: -1 }).refine((time) => !time.endsWith('Z')),
])

/** In `line.yaml`. */
export const announcementSchema = z.strictObject({
  until: z
    .string()
    .refine(
      (until) => untilSchema.safeParse(until).success,
      'Write the last day, as 2026-12-04, or a time of that day, as "2026-12-04T17:00"',
    ),
  words: z
    .record(localeName, z.string().min(1))
    .refine((words) => Object.keys(words).length > 0, 'Write the words by language, as { en: "…" }'),
})

export const todaySchema = z.object({
  announcement: z.object({ until: untilSchema, words: z.record(z.string(), z.string().min(1)) }).nullable(),
  off: z.array(slug),
  people: z.discriminatedUnion('open', [
    z.object({ open: z.literal('as-usual') }),
    z.object({ open: z.enum(['open', 'closed']), until: untilSchema }),
  ]),
  /** Days on which nobody is called, beside those of `line.yaml`. */
  holidays: z.array(dateSchema),
  /** Whom key 0 calls; null for the number of `line.yaml`. */
  number: phoneNumber.nullable(),
})

export type Today = z.infer<typeof todaySchema>

export const AS_USUAL: Today = {
  announcement: null,
  off: [],
  people: { open: 'as-usual' },
  holidays: [],
  number: null,
}
