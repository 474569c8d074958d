/**
 * Days, weeks and months, as they are written in a language.
 *
 * @example
 * describeDays({ from, to }, 'week', 'en') // 'Nov 2 – 8, 2026'
 */
import type { Period } from './range.ts'
import type { Day, Days } from './spans.ts'

const FORMATS: Record<Period, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
}

/** A stretch of one kind. */
export function describeDays({ from, to }: Days, by: Period, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { ...FORMATS[by], timeZone: 'UTC' })
  // ICU puts thin spaces about the dash, which some terminals and spreadsheets show as a box.
  return format.formatRange(dateOf(from), dateOf(to)).replaceAll('\u2009', ' ')
}

/** Stretches of whole months, one after the other. */
export function describeMonths(stretches: readonly Days[], locale: string): string {
  const names = stretches.map((stretch) => describeDays(stretch, 'month', locale))
  return new Intl.ListFormat(locale, { type: 'unit' }).format(names)
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}
