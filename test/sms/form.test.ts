/** Twilio's messaging form, read as an event. */
import { expect, test } from 'vitest'
import { readSmsEvent } from '../../src/sms/form.ts'

const rows: readonly (readonly [form: Partial<Record<string, string>>, event: object])[] = [
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
  [
    { Body: 'STOP', To: '+15555550100' },
    { kind: 'text', words: 'STOP' },
  ],
  [
    { Body: 'YES', To: '+18005550100' },
    { kind: 'text', words: 'YES', carrier: 'toll-free' },
  ],
  [{ Body: 'bone', From: '+15555550100', To: '+15555550100' }, { kind: 'machine' }],
]

test.each(rows)('%j is %j', (fields, event) => {
  expect(readSmsEvent((field) => fields[field])).toEqual(event)
})

test.each([
  'whatsapp:+15555550100',
  'messenger:1234567890',
  'rcs:smallline',
  '72645',
  'sip:line@example.org',
])('no carrier answers at %s', (To) => {
  const form: Partial<Record<string, string>> = { Body: 'STOP', To }
  expect(readSmsEvent((field) => form[field])).toEqual({ kind: 'text', words: 'STOP', carrier: 'none' })
})

test.each([
  ['VERIZON', 'machine'],
  ['AT&T Free Msg', 'machine'],
  ['72645', 'machine'],
  ['22000', 'machine'],
  ['+15555550111', 'text'],
  ['whatsapp:+15555550111', 'text'],
  ['messenger:1234567890', 'text'],
  ['15555550111', 'text'],
  ['', 'text'],
])('what "%s" sends is of the kind %s', (From, kind) => {
  const form: Partial<Record<string, string>> = { Body: 'bone', From, To: '+15555550100' }
  expect(readSmsEvent((field) => form[field]).kind).toBe(kind)
})
