/** What a texter reads when something of ours failed: whom to call instead, a crisis line first. */
import { expect, test } from 'vitest'
import { type Line, textsOf } from '../../src/line/line.ts'
import { createSmsApology } from '../../src/sms/apology.ts'
import { fixtureLine } from '../support/fixture.ts'
import { locale, otherLocale } from '../support/fixture-person.ts'

const apology = (language: string, country: string) =>
  createSmsApology(fixtureLine, textsOf(fixtureLine))(language, country)

test('names one crisis line and one cancer line of the country', () => {
  expect(apology(locale, 'US')).toBe(
    'Something went wrong. Emergency: 911.\nCrisis Line: 988\nCancer Line: 1-800-555-0101',
  )
  expect(apology(otherLocale, 'GB')).toBe(
    'حدث خطأ. الطوارئ: 999.\nالمستمعون: 116 123\nالممرضات: 0808 157 0000',
  )
})

test('names none where there are none', () => {
  expect(apology(locale, 'FR')).toBe(
    'Something went wrong. Emergency: your local emergency number (the United States: 911).',
  )
})

test('names no service that can only be texted', () => {
  const services = fixtureLine.directory.US?.services.filter(({ id }) => id !== 'crisis')
  const line = { ...fixtureLine, directory: { US: { ...fixtureLine.directory.US, services } } } as Line
  expect(createSmsApology(line, textsOf(line))(locale, 'US')).toBe(
    'Something went wrong. Emergency: 911.\nCancer Line: 1-800-555-0101',
  )
})
