/** Hours of the line's own people, in their own time zone. */
import { expect, test } from 'vitest'
import { isStaffed } from '../../src/line/hours.ts'

const weekdays = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'] as ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[],
  from: '09:00',
  to: '17:00',
}
const nights = { days: ['sat' as const], from: '22:00', to: '06:00' }
const handoff = (open: (typeof weekdays | typeof nights)[], number: string | null = '+15555550199') => ({
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
])('%s', (_name, at, open, staffed) => {
  expect(isStaffed(handoff(open), new Date(at))).toBe(staffed)
})

test('nobody can be called without a number', () => {
  expect(isStaffed(handoff([weekdays], null), new Date('2026-11-23T14:00:00Z'))).toBe(false)
})
