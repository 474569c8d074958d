/**
 * Whether the people of this line can be called at a moment, by their hours and time zone.
 *
 * @example
 * isStaffed(line.settings.handoff, new Date('2026-11-23T15:00:00Z'))
 */
import { Temporal } from 'temporal-polyfill'
import { days } from '../flow/open-hours.ts'
import type { Handoff } from '../flow/settings.ts'

type Day = Handoff['open'][number]['days'][number] | undefined

export function isStaffed({ number, zone, open, closed = [] }: Handoff, at: Date): boolean {
  if (!number) return false
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
