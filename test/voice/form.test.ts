/** Twilio's voice forms, read as events. */
import { describe, expect, test } from 'vitest'
import { hasEnded, lengthBand, readVoiceEvent } from '../../src/voice/form.ts'

const form = (fields: Readonly<Record<string, string>>) => (field: string) => fields[field]

describe('a step of a call', () => {
  test.each([
    [{ Digits: '1' }, { kind: 'key', key: '1' }],
    [{ Digits: '21' }, { kind: 'key', key: '21' }],
    [{ Digits: '*' }, { kind: 'key', key: '*' }],
    [{ Digits: '#' }, { kind: 'key', key: '#' }],
    [{ Digits: 'AD' }, { kind: 'key', key: 'AD' }],
    [
      { Digits: '1', SpeechResult: 'two' },
      { kind: 'key', key: '1' },
    ],
    [
      { Digits: 'hangup', SpeechResult: 'two' },
      { kind: 'speech', words: 'two' },
    ],
    [{ Digits: '1x' }, { kind: 'silence' }],
    [{ Digits: 'x1' }, { kind: 'silence' }],
    [
      { Digits: '', SpeechResult: 'Bones, please.' },
      { kind: 'speech', words: 'Bones, please.' },
    ],
    [{ SpeechResult: '  ' }, { kind: 'silence' }],
    [{}, { kind: 'silence' }],
    [{ DialCallStatus: 'completed' }, { kind: 'dialled', answered: true }],
    [
      { DialCallStatus: 'answered', Digits: '1' },
      { kind: 'dialled', answered: true },
    ],
    [{ DialCallStatus: 'no-answer' }, { kind: 'dialled', answered: false }],
    [
      { DialCallStatus: 'busy', DialCallDuration: '60' },
      { kind: 'dialled', answered: false },
    ],
    [
      { DialCallStatus: 'completed', DialCallDuration: '60', DialBridged: 'false' },
      { kind: 'dialled', answered: false },
    ],
    [
      { DialCallStatus: 'completed', DialCallDuration: '3', DialBridged: 'true' },
      { kind: 'dialled', answered: false },
    ],
    [
      { DialCallStatus: 'completed', DialCallDuration: '12', DialBridged: 'true' },
      { kind: 'dialled', answered: true },
    ],
    [
      { DialCallStatus: 'completed', DialCallDuration: '25' },
      { kind: 'dialled', answered: false },
    ],
    [
      { DialCallStatus: 'completed', DialCallDuration: '65' },
      { kind: 'dialled', answered: true },
    ],
    [{ DialCallStatus: '' }, { kind: 'dialled', answered: false }],
  ])('%j is %j', (fields, event) => {
    expect(readVoiceEvent(form(fields))).toEqual(event)
  })
})

describe('the end of a call', () => {
  test.each(['completed', 'busy', 'failed', 'no-answer', 'canceled'])('is told by %s', (status) => {
    expect(hasEnded(form({ CallStatus: status }))).toBe(true)
  })

  test.each(['queued', 'ringing', 'in-progress', ''])('is not yet come at "%s"', (status) => {
    expect(hasEnded(form({ CallStatus: status }))).toBe(false)
  })

  test('is taken as come where no status is sent', () => {
    expect(hasEnded(form({}))).toBe(true)
  })

  test.each([
    ['0', '0-10'],
    ['9', '0-10'],
    ['10', '10-30'],
    ['45', '30-60'],
    ['60', '60-120'],
    ['299', '120-300'],
    ['300', '300-600'],
    ['1799', '600-1800'],
    ['1800', '1800-'],
    ['99999', '1800-'],
    ['-1', 'unknown'],
    ['x', 'unknown'],
  ])('after %s seconds is in the band %s', (seconds, band) => {
    expect(lengthBand(form({ CallDuration: seconds }))).toBe(band)
  })

  test('without a length is in no band', () => {
    expect(lengthBand(form({}))).toBe('unknown')
  })
})
