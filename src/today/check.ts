/**
 * What is wrong with today's switches, as sentences for the operator: the same on the page and in the terminal.
 *
 * @example
 * checkToday(line, texts, { ...AS_USUAL, off: ['urgent'] }, now)
 * // [{ field: 'off', problem: phrase('operate.alwaysOn', { topic: 'urgent' }) }]
 */
import { phoneNumber } from '../flow/fields.ts'
import { ownNumbers } from '../flow/settings.ts'
import { dateSchema, type Today, untilSchema } from '../flow/today.ts'
import type { Line } from '../line/line.ts'
import { canBeOff, endOf } from '../line/today.ts'
import { phrase } from '../locale/phrases.ts'
import type { Texts } from '../locale/texts.ts'
import type { Wording } from '../locale/wording.ts'
import { checkWords } from './check-words.ts'

export interface TodayProblem {
  /** The field of the form; `words.en` are the words of the announcement in a language. */
  readonly field: TodayField
  readonly problem: Wording
}

export type TodayField =
  | `words.${string}`
  | 'until'
  | 'off'
  | 'people'
  | 'peopleUntil'
  | 'holidays'
  | 'number'

const DAY_MS = 24 * 60 * 60_000
/** Nothing stays for longer by mistake. */
const MOST_DAYS = 92
/** Hours of the day do not count while people are said to be there: they would be called at night too. */
const MOST_OPEN_DAYS = 2
const MOST_DAYS_TO_A_HOLIDAY = 366
const MOST_HOLIDAYS = 20
/** A menu with nothing behind it helps nobody. */
const MOST_OFF = 12

/** `line` is the line without today's switches. Dates and numbers may be whatever somebody has typed. */
export function checkToday(line: Line, texts: Texts, today: Today, now: Date): readonly TodayProblem[] {
  const { announcement, off, people, holidays, number } = today
  const { handoff } = line.settings
  const ends = (field: TodayField, until: string, days: number) => {
    const problem = untilProblem(until, handoff.zone, now, days)
    return problem ? [{ field, problem }] : []
  }
  const isOpen = people.open === 'open'
  return [
    ...Object.entries(announcement?.words ?? {}).flatMap(([locale, words]) => {
      const problem = checkWords(line, texts, locale, words)
      return problem ? [{ field: `words.${locale}` as const, problem }] : []
    }),
    ...(announcement ? ends('until', announcement.until, MOST_DAYS) : []),
    ...offProblems(line, off),
    ...(isOpen && !number && !handoff.number
      ? [{ field: 'people' as const, problem: phrase('operate.nobody') }]
      : []),
    ...(people.open === 'as-usual'
      ? []
      : ends('peopleUntil', people.until, isOpen ? MOST_OPEN_DAYS : MOST_DAYS)),
    ...holidays.flatMap((date) =>
      dateSchema.safeParse(date).success
        ? ends('holidays', date, MOST_DAYS_TO_A_HOLIDAY)
        : [{ field: 'holidays' as const, problem: phrase('operate.noDate', { date }) }],
    ),
    ...(holidays.length > MOST_HOLIDAYS
      ? [{ field: 'holidays' as const, problem: phrase('operate.tooMany', { most: MOST_HOLIDAYS }) }]
      : []),
    ...numberProblems(line, number),
  ]
}

function untilProblem(until: string, zone: string, now: Date, days: number): Wording | undefined {
  if (until === '') return phrase('operate.noEnd')
  const date = until.replace('T', ' ')
  if (!untilSchema.safeParse(until).success) return phrase('operate.noDate', { date })
  const end = endOf(until, zone)
  if (end <= now.getTime()) return phrase('operate.past', { date })
  // A day more: a date ends with its day.
  return end > now.getTime() + (days + 1) * DAY_MS ? phrase('operate.tooFar', { date, days }) : undefined
}

function offProblems(line: Line, off: readonly string[]): readonly TodayProblem[] {
  const problems = off.flatMap((topic) => {
    if (line.nodes[topic]?.kind !== 'topic') return [phrase('operate.noTopic', { topic })]
    return canBeOff(line, topic) ? [] : [phrase('operate.alwaysOn', { topic })]
  })
  const tooMany = off.length > MOST_OFF ? [phrase('operate.tooMany', { most: MOST_OFF })] : []
  return [...problems, ...tooMany].map((problem) => ({ field: 'off', problem }))
}

function numberProblems({ settings }: Line, number: string | null): readonly TodayProblem[] {
  if (number === null) return []
  const field = 'number'
  if (!phoneNumber.safeParse(number).success) return [{ field, problem: phrase('operate.noNumber') }]
  return ownNumbers(settings).includes(number) ? [{ field, problem: phrase('operate.ownNumber') }] : []
}
