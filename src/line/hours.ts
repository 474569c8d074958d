/**
 * Whether the people of this line can be called at a moment, by their hours and time zone; and these hours as a text writes them.
 *
 * @example
 * isStaffed(line.settings.handoff, new Date('2026-11-23T15:00:00Z'))
 * openHoursText(line.settings.handoff, ['en']) // 'Mon, Tue, Wed 9:00 AM-5:00 PM, New York'
 */
import { Temporal } from 'temporal-polyfill'
import { days } from '../flow/open-hours.ts'
import type { Handoff } from '../flow/settings.ts'
import type { Today } from '../flow/today.ts'

/** A Monday, in UTC. */
const MONDAY = Date.UTC(2024, 0, 1)
const HOUR_MS = 3_600_000

type Day = Handoff['open'][number]['days'][number] | undefined

/** `people` is what the operator says of today: it goes before the hours. */
export function isStaffed(
  { number, zone, open, closed = [] }: Pick<Handoff, 'number' | 'zone' | 'open' | 'closed'>,
  at: Date,
  people: Today['people']['open'] = 'as-usual',
): boolean {
  if (!number) return false
  if (people !== 'as-usual') return people === 'open'
  const moment = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const date = moment.toPlainDate()
  const isClosed = (day: Temporal.PlainDate) =>
    [day.toString(), day.toString().slice('2026-'.length)].some((written) => closed.includes(written))
  if (isClosed(date)) return false
  const [yesterday, today] = [days.at(moment.dayOfWeek - 2), days.at(moment.dayOfWeek - 1)]
  const isNightWorked = !isClosed(date.subtract({ days: 1 }))
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' })
  return open.some(({ days: on, from, to }) => {
    const isOn = (day: Day) => day !== undefined && on.includes(day)
    if (from < to) return isOn(today) && from <= time && time < to
    return (isOn(today) && from <= time) || (isNightWorked && isOn(yesterday) && time < to)
  })
}

/** In the first of the languages that Intl knows. Days in a row are written by the first and the last of them. Without dates on which nobody is called: a text has little room. */
export function openHoursText(
  { zone, open }: Pick<Handoff, 'zone' | 'open'>,
  locales: readonly string[],
): string {
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat([...locales], { ...options, timeZone: 'UTC' })
    // ICU's narrow space would make a text hold less than half as much.
    return (hours: number) => format.format(MONDAY + hours * HOUR_MS).replaceAll('\u202f', ' ')
  }
  const [writeDay, writeTime] = [writer({ weekday: 'short' }), writer({ hour: 'numeric', minute: '2-digit' })]
  const time = (clock: string) => writeTime(Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60)
  const periods = open.map(({ days: on, from, to }) => {
    const at = days.flatMap((day, index) => (on.includes(day) ? index : []))
    const names = at.map((index) => writeDay(24 * index))
    const isRow = at.length > 2 && at.every((index, place) => index === (at[0] ?? 0) + place)
    const named = isRow ? `${names[0]}-${names.at(-1)}` : names.join(', ')
    return `${named} ${time(from)}-${time(to)}`
  })
  return [...periods, zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')].join(', ')
}
