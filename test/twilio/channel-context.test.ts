/** Whether people can be called is asked of the clock at each minute; languages are those of the number called, however it is written. */
import { expect, test } from 'vitest'
import { createContextReader, homeLocale } from '../../src/twilio/channel-context.ts'
import { line } from '../support/line.ts'

test('people can be called from the minute in which their hours begin', () => {
  let time = new Date('2026-11-23T13:59:59Z')
  const handoff = { ...line.settings.handoff, number: '+15555550100' }
  const readContext = createContextReader({
    line: { ...line, settings: { ...line.settings, handoff } },
    now: () => time,
  })
  expect(readContext('voice', () => undefined).staffed).toBe(false)
  time = new Date('2026-11-23T14:00:00Z')
  expect(readContext('voice', () => undefined).staffed).toBe(true)
})

test.each([
  '+15555550123',
  ' +15555550123 ',
  'whatsapp:+15555550123',
  'rcs:+15555550123',
  'sip:+15555550123@line.sip.twilio.com',
  'sip:15555550123@line.sip.twilio.com;transport=tls',
  'sips:%2B15555550123@line.sip.twilio.com',
  'SIP:+15555550123@line.sip.twilio.com',
  'tel:+1-555-555-0123',
  'tel:+15555550123;phone-context=example.org',
  '15555550123',
])('the number called is the same as %j', (To) => {
  const numbers = [{ number: '+15555550123', locales: ['es'] }]
  const ofNumber = { ...line, settings: { ...line.settings, numbers } }
  expect(homeLocale(ofNumber, 'sms', (field) => ({ To })[field as 'To'])).toBe('es')
  expect(homeLocale(ofNumber, 'sms', (field) => ({ Called: To })[field as 'Called'])).toBe('es')
  expect(homeLocale(ofNumber, 'sms', (field) => ({ To: To.replace('0123', '0124') })[field as 'To'])).toBe(
    'en',
  )
})

test.each(['', 'client:line', 'sip:line@example.org', '72645', 'messenger:15555550123', 'rcs:line_agent'])(
  'an address without a number, %j, has the languages of the line',
  (To) => {
    const numbers = [{ number: '+15555550123', locales: ['es'] }]
    const ofNumber = { ...line, settings: { ...line.settings, numbers } }
    expect(homeLocale(ofNumber, 'sms', (field) => ({ To })[field as 'To'])).toBe('en')
  },
)
