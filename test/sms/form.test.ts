/** Twilio's messaging form, read as an event. */
import { expect, test } from 'vitest'
import { readSmsEvent } from '../../src/sms/form.ts'

test.each([
  [{ Body: 'BONE' }, { kind: 'text', words: 'BONE' }],
  [
    { Body: ' bone ', NumMedia: '1' },
    { kind: 'text', words: ' bone ' },
  ],
  [{ Body: '', NumMedia: '1' }, { kind: 'media' }],
  [{ Body: '  ', NumMedia: '2' }, { kind: 'media' }],
  [{ NumMedia: '1' }, { kind: 'media' }],
  [
    { Body: '', NumMedia: '0' },
    { kind: 'text', words: '' },
  ],
  [
    { Body: '', NumMedia: 'x' },
    { kind: 'text', words: '' },
  ],
  [{}, { kind: 'text', words: '' }],
])('%j is %j', (fields: Readonly<Record<string, string>>, event) => {
  expect(readSmsEvent((field) => fields[field])).toEqual(event)
})
