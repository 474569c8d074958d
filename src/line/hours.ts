/**
 * Whether the people of this line can be called at a moment, by their hours and time zone.
 *
 * @example
 * isStaffed(line.settings.handoff, new Date('2026-11-23T15:00:00Z'))
 */
import { days, type Handoff } from '../flow/settings.ts'

export function isStaffed({ number, zone, open }: Handoff, at: Date): boolean {
  if (!number) return false
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  const today = part('weekday').toLowerCase()
  const time = `${part('hour')}:${part('minute')}`
  const yesterday = days[((days as readonly string[]).indexOf(today) + 6) % 7]
  return open.some(({ days: on, from, to }) => {
    const overnight = to <= from
    if (!overnight) return includes(on, today) && from <= time && time < to
    return (includes(on, today) && from <= time) || (includes(on, yesterday) && time < to)
  })
}

function includes(list: readonly string[], day: string | undefined): boolean {
  return day !== undefined && list.includes(day)
}
