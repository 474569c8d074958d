/** Hours of the line's own people, in their own time zone. */
import { expect, test } from 'vitest'
import { isStaffed } from '../../src/line/hours.ts'

const weekdays = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'] as ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[],
  from: '09:00',
  to: '17:00',
}
/** Sunday from nine to nine: the end is the same time as the beginning, a day later. */
const dayAndNight = { days: ['sun' as const], from: '09:00', to: '09:00' }
const nights = { days: ['sat' as const], from: '22:00', to: '06:00' }
const handoff = (
  open: (typeof weekdays | typeof nights | typeof dayAndNight)[],
  number: string | null = '+15555550199',
) => ({
  number,
  zone: 'America/New_York',
  open,
})

test.each([
  ['a weekday morning', '2026-11-23T14:00:00Z', [weekdays], true],
  ['the first minute', '2026-11-23T14:00:00Z', [weekdays], true],
  ['a minute before', '2026-11-23T13:59:00Z', [weekdays], false],
  ['the last minute is over', '2026-11-23T22:00:00Z', [weekdays], false],
  ['a Sunday', '2026-11-22T15:00:00Z', [weekdays], false],
  ['in summer time, an hour earlier in UTC', '2026-07-06T13:00:00Z', [weekdays], true],
  ['past midnight of a night that began on Saturday', '2026-11-22T08:00:00Z', [nights], true],
  ['the night before it began', '2026-11-21T08:00:00Z', [nights], false],
  ['midnight itself', '2026-11-22T05:00:00Z', [nights], true],
  ['the first minute of a night', '2026-11-22T03:00:00Z', [nights], true],
  ['the minute before a night', '2026-11-22T02:59:00Z', [nights], false],
  ['the last minute of a night', '2026-11-22T10:59:00Z', [nights], true],
  ['the end of a night', '2026-11-22T11:00:00Z', [nights], false],
  ['the evening after a night', '2026-11-23T03:30:00Z', [nights], false],
  ['hours of any kind', '2026-11-22T08:00:00Z', [weekdays, nights], true],
  ['round the clock, at its end', '2026-11-22T14:00:00Z', [dayAndNight], true],
  ['round the clock, the morning after', '2026-11-23T13:59:00Z', [dayAndNight], true],
  ['no hours at all', '2026-11-23T14:00:00Z', [], false],
])('%s', (_name, at, open, staffed) => {
  expect(isStaffed(handoff(open), new Date(at))).toBe(staffed)
})

test('nobody can be called without a number', () => {
  expect(isStaffed(handoff([weekdays], null), new Date('2026-11-23T14:00:00Z'))).toBe(false)
})
