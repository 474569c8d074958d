/**
 * Stretches of the calendar, each made of smaller ones: days in weeks, weeks in months, months in quarters and years.
 *
 * A week that lies in two months is two stretches, so that each stretch is part of one larger one only.
 *
 * @example
 * joinSpans(daysBetween(from, to), [weekInMonth, month, quarter, year])
 */
import { Temporal } from 'temporal-polyfill'

export type Day = Temporal.PlainDate

/** From one day to another, both included. */
export interface Days {
  readonly from: Day
  readonly to: Day
}

export interface Span extends Days {
  /** What it is made of; nothing for the smallest. */
  readonly parts: readonly Span[]
  /** It has not ended yet. */
  readonly growing: boolean
}

/** The stretch of one kind that a day lies in. */
export type Around = (day: Day) => Days

export const week: Around = (day) => {
  const from = day.subtract({ days: day.dayOfWeek - 1 })
  return { from, to: from.add({ days: 6 }) }
}

export const month: Around = (day) => ({ from: day.with({ day: 1 }), to: day.with({ day: day.daysInMonth }) })

export const weekInMonth: Around = (day) => {
  const [inWeek, inMonth] = [week(day), month(day)]
  return { from: later(inWeek.from, inMonth.from), to: earlier(inWeek.to, inMonth.to) }
}

export const quarter: Around = (day) => {
  const from = day.with({ month: day.month - ((day.month - 1) % 3), day: 1 })
  return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) }
}

export const year: Around = (day) => ({
  from: day.with({ month: 1, day: 1 }),
  to: day.with({ month: 12, day: 31 }),
})

/** The stretches of one kind that some days touch, in order. */
export function spansTouching({ from, to }: Days, around: Around): readonly Days[] {
  const spans: Days[] = []
  for (let span = around(from); !isBefore(to, span.from); span = around(span.to.add({ days: 1 })))
    spans.push(span)
  return spans
}

/** The days of all the stretches of one kind that some days touch. */
export function wholeSpans({ from, to }: Days, around: Around): Days {
  return { from: around(from).from, to: around(to).to }
}

/** Spans without parts, up to the one that today lies in: it grows. */
export function smallestSpans(days: Days, around: Around, today: Day): readonly Span[] {
  return spansTouching({ from: days.from, to: earlier(days.to, today) }, around).map(({ from, to }) => ({
    from,
    to,
    parts: [],
    growing: !isBefore(to, today),
  }))
}

/** Of spans that were put together, those without parts. */
export function smallestIn(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span) => (span.parts.length === 0 ? [span] : smallestIn(span.parts)))
}

/** Spans in order, put together level by level. One that is not whole, or has not ended, stays in its parts. */
export function joinSpans(spans: readonly Span[], levels: readonly Around[]): readonly Span[] {
  return levels.reduce((parts, around) => joinLevel(parts, around), spans)
}

function joinLevel(spans: readonly Span[], around: Around): readonly Span[] {
  const groups = new Map<string, Span[]>()
  for (const span of spans) {
    const key = around(span.from).from.toString()
    groups.set(key, [...(groups.get(key) ?? []), span])
  }
  return [...groups.values()].flatMap((parts) => {
    const [first, last] = [parts[0], parts.at(-1)]
    if (!first || !last) return []
    const { from, to } = around(first.from)
    const whole = first.from.equals(from) && last.to.equals(to) && !last.growing
    return whole ? [{ from, to, parts, growing: false }] : parts
  })
}

export function isBefore(one: Day, other: Day): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}

export function later(one: Day, other: Day): Day {
  return isBefore(one, other) ? other : one
}

export function earlier(one: Day, other: Day): Day {
  return isBefore(one, other) ? one : other
}
