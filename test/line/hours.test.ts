/** Hours of the line's own people, in their own time zone. */
import { describe, expect, test } from 'vitest'
import { isStaffed, openHoursText } from '../../src/line/hours.ts'
import { createContextReader } from '../../src/twilio/channel-context.ts'
import { fixtureLine } from '../support/fixture.ts'

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

describe('a closed day', () => {
  const christmas = { ...handoff([weekdays, nights]), closed: ['12-25', '2026-11-26'] }

  test.each([
    ['once, by its date', '2026-11-26T15:00:00Z', false],
    ['the day before', '2026-11-25T15:00:00Z', true],
    ['the same day of another year', '2027-11-26T15:00:00Z', true],
    ['each year', '2026-12-25T15:00:00Z', false],
    ['each year, in the next one', '2028-12-25T15:00:00Z', false],
    ['in the zone of the people, still the day before', '2026-12-25T04:59:00Z', false],
    ['on a Saturday, from its first minute', '2027-12-25T05:00:00Z', false],
    ['on a Saturday, when the night would begin', '2027-12-26T03:30:00Z', false],
    ['the morning after a night that was not worked', '2027-12-26T08:00:00Z', false],
  ])('%s', (_name, at, staffed) => {
    expect(isStaffed(christmas, new Date(at))).toBe(staffed)
  })

  test('ends a night that began on the day before', () => {
    const newYear = { ...handoff([nights]), closed: ['2027-01-03'] }
    expect(isStaffed(newYear, new Date('2027-01-03T04:59:00Z'))).toBe(true)
    expect(isStaffed(newYear, new Date('2027-01-03T05:00:00Z'))).toBe(false)
  })

  test('by phone: people are told that nobody can take the call', () => {
    const { settings } = fixtureLine
    const line = { ...fixtureLine, settings: { ...settings, handoff: { ...settings.handoff, ...christmas } } }
    const read = createContextReader({ line, now: () => new Date('2026-12-25T15:00:00Z') })
    expect(read('voice', () => undefined).staffed).toBe(false)
  })
})

test('to the end of the day means its last minute too', () => {
  const allDay = handoff([{ ...weekdays, from: '00:00', to: '24:00' }])
  expect(isStaffed(allDay, new Date('2026-11-24T04:59:59Z'))).toBe(true)
})

test('nobody can be called without a number', () => {
  expect(isStaffed(handoff([weekdays], null), new Date('2026-11-23T14:00:00Z'))).toBe(false)
})

test.each([
  ['en', [weekdays, nights], 'Mon-Fri 9:00 AM-5:00 PM, Sat 10:00 PM-6:00 AM, New York'],
  [
    'es',
    [{ ...weekdays, days: ['mon', 'wed', 'thu'] as typeof weekdays.days }],
    'lun, mié, jue 9:00-17:00, New York',
  ],
])('a text writes the hours in %s', (locale, open, written) => {
  expect(openHoursText(handoff(open), [locale, 'en'])).toBe(written)
})
