/** Whether people can be called is asked of the clock at each minute. */
import { expect, test } from 'vitest'
import { createContextReader } from '../../src/twilio/channel-context.ts'
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
