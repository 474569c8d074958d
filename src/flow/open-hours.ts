/**
 * When the people of a line can be called: hours of the week, and dates on which nobody is called.
 *
 * @example
 * open:
 *   - { days: [mon, tue], from: "09:00", to: "17:00" }
 *   - { days: [fri], from: "22:00", to: "06:00" } # until Saturday morning
 * closed: [12-25, 2026-11-26]
 */
import { z } from 'zod'
import { dayFirst, eachOnce, isDate } from './fields.ts'

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

type OpenHours = z.infer<typeof period>

const DAY = 24 * 60
const WEEK = days.length * DAY

const clock = /^([01]\d|2[0-3]):[0-5]\d$/
const FROM = 'Write a time of day in quotes, as "09:00"'
const TO = 'Write a time of day in quotes, as "17:00"; the end of the day is "24:00"'
const from = z.string({ error: FROM }).regex(clock, FROM)
const to = z
  .string({ error: TO })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, TO)
  .refine((time) => time !== '23:59', 'At "23:59" the last minute of the day is closed. Write "24:00"')

const period = z
  .strictObject({
    days: z
      .array(z.enum(days), { error: daysAdvice })
      .min(1)
      .superRefine(eachOnce((day) => day)),
    from,
    to,
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: 'It ends when it begins. For a whole day write from "00:00" to "24:00"',
  })

export const openHours = z.array(period).superRefine((periods, { addIssue }) => {
  for (const [index, each] of periods.entries())
    if (periods.slice(0, index).some((earlier) => overlap(each, earlier)))
      addIssue({
        code: 'custom',
        path: [index],
        message: 'Some of these hours are in an entry before this one already. Write each hour once',
      })
})

/** A date, or the same day of every year. */
export const closedDates = z.array(
  z.string().refine((date) => /^(\d{4}-)?\d{2}-\d{2}$/.test(date) && isDate(date), {
    error: ({ input }) =>
      `Write a date as ${dayFirst(input) ?? '2026-12-25'}, or without the year, 12-25, for every year`,
  }),
)

/** Days that are written as a span are written out. */
function daysAdvice({ input }: { readonly input?: unknown }): string {
  const [first, last] = String(input)
    .toLowerCase()
    .split(/\s*(?:-|–|to)\s*/)
  const [from, to] = [first, last].map((day) => days.findIndex((each) => day?.startsWith(each)))
  const span = days.slice(Math.max(from ?? 0, 0), (to ?? 0) > 0 ? (to ?? 0) + 1 : 5)
  return `Write each day, in square brackets: [${span.join(', ')}]`
}

function overlap(a: OpenHours, b: OpenHours): boolean {
  return minutesOf(a).some(([from, to]) =>
    minutesOf(b).some(([otherFrom, otherTo]) =>
      // Sunday night goes on into the Monday of the next week.
      [-WEEK, 0, WEEK].some((shift) => from < otherTo + shift && otherFrom + shift < to),
    ),
  )
}

/** Beginning and end of each of its days, in minutes of the week. */
function minutesOf({ days: on, from, to }: OpenHours): readonly (readonly [number, number])[] {
  return on.map((day) => {
    const start = days.indexOf(day) * DAY
    return [start + minutes(from), start + minutes(to) + (from < to ? 0 : DAY)]
  })
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
