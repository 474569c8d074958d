/** The country of a person, from all that Twilio sends, and the emergency number that they are told for it. */
import { getCountries, getExampleNumber } from 'libphonenumber-js/min'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, test } from 'vitest'
import { countryOf } from '../../src/twilio/country.ts'
import type { Field } from '../../src/twilio/webhook-env.ts'
import { startWebhooks } from '../support/fixture-webhooks.ts'
import { line } from '../support/line.ts'

type Fields = Partial<Record<Field, string>>

const CALLED = { To: '+15555550100', ToCountry: 'US' }
const country = (fields: Fields, ofLine = line) =>
  countryOf(ofLine, (field) => ({ ...CALLED, ...fields })[field])
const british = { ...line, settings: { ...line.settings, country: 'GB' } }

test.each([
  ['+447700900123', 'GB'],
  ['whatsapp:+447700900123', 'GB'],
  ['rcs:+447700900123', 'GB'],
  ['sip:+447700900123@pbx.example.org:5060;transport=tls', 'GB'],
  ['sips:%2B447700900123@pbx.example.org', 'GB'],
  ['tel:+44-7700-900123', 'GB'],
  ['sms:+44 7700 900123', 'GB'],
  ['whatsapp:+525512345678', 'MX'],
  ['whatsapp:+5215512345678', 'MX'],
  ['whatsapp:+919812345678', 'IN'],
  ['+353851234567', 'IE'],
  ['+27821234567', 'ZA'],
])('%s is a number of %s, whatever Twilio says of it', (From, expected) => {
  expect(country({ From })).toBe(expected)
  expect(country({ From, FromCountry: '' })).toBe(expected)
  expect(country({ From, FromCountry: 'TH' })).toBe(expected)
  expect(country({ Caller: From, CallerCountry: 'TH' })).toBe(expected)
})

describe('a calling code that several countries share', () => {
  test.each([
    ['+12125550123', 'US'],
    ['+14165550123', 'CA'],
    ['+17875550123', 'US'], // Puerto Rico
    ['+13405550123', 'US'], // the Virgin Islands
    ['+16715550123', 'US'], // Guam
    ['+16845550123', 'US'], // American Samoa
    ['+16705550123', 'US'], // the Northern Marianas
    ['+18765550123', 'JM'],
    ['+12425550123', 'BS'],
    ['+18095550123', 'DO'],
    ['+79991234567', 'RU'],
    ['+77011234567', 'KZ'],
    ['+447797712345', 'GB'], // Jersey
    ['+447781123456', 'GB'], // Guernsey
    ['+447624123456', 'GB'], // the Isle of Man
    ['+4779123456', 'SJ'],
    ['+4740612345', 'NO'],
    ['+61891641234', 'AU'], // Christmas Island
    ['+61891621234', 'AU'], // the Cocos Islands
    ['+672381234', 'NF'],
    ['+262692123456', 'RE'],
    ['+262269601234', 'YT'],
    ['+299221234', 'GL'],
    ['+59995181234', 'CW'],
  ])('%s is decided by the rest of the number: %s', (From, expected) => {
    expect(country({ From, FromCountry: 'US' })).toBe(expected)
  })

  test.each([
    ['+18005550123', 'CA', 'CA'],
    ['+18335550123', 'JM', 'JM'],
    ['+18885550123', '', 'US'],
    ['+15555550111', 'GB', 'GB'],
  ])('%s says nothing by itself: Twilio does (%s), or the number called', (From, FromCountry, expected) => {
    expect(country({ From, FromCountry })).toBe(expected)
  })

  test('a number that nobody has yet is of the country that Twilio or the line names, if it shares the code', () => {
    expect(country({ From: '+447700900123', FromCountry: 'JE' })).toBe('GB')
    expect(country({ From: '+447700900123', FromCountry: 'US' }, british)).toBe('GB')
  })
})

describe('a number that is withheld', () => {
  test.each([
    ...[
      'Anonymous',
      'anonymous',
      'ANONYMOUS',
      'Restricted',
      'Blocked',
      'Unknown',
      'Unavailable',
      'Private Number',
    ],
    ...[
      '+266696687',
      '+7378742833',
      '+2562533',
      '+8656696',
      '+86282452253',
      '266696687',
      '+7748283',
      '+94844353',
    ],
    ...['', ' ', 'No Caller ID', 'Anónimo', '+1266696687', '+12345'],
    ...[
      'sip:anonymous@anonymous.invalid',
      'sip:+266696687@pbx.example.org',
      'client:Anonymous',
      'tel:+7378742833',
    ],
  ])('%j is of the country of the number called, not of the one that Twilio makes up', (From) => {
    for (const FromCountry of ['TH', 'LS', 'RU', '']) {
      expect(country({ From, FromCountry })).toBe('US')
      expect(country({ From, FromCountry, To: '+447700900100', ToCountry: 'GB' })).toBe('GB')
      expect(country({ From, FromCountry, To: 'whatsapp:+61491570006' })).toBe('AU')
      expect(country({ From, FromCountry, To: 'sip:help@line.example.org', ToCountry: '' }, british)).toBe(
        'GB',
      )
    }
  })

  test('is of the country that was dialled, where that call was forwarded to us', () => {
    expect(country({ From: 'Anonymous', FromCountry: 'TH', ForwardedFrom: '+353851234567' })).toBe('IE')
    expect(country({ From: 'Anonymous', FromCountry: 'TH', ForwardedFrom: 'Anonymous' })).toBe('US')
    expect(country({ From: '+447700900123', ForwardedFrom: '+353851234567' })).toBe('GB')
  })
})

test.each<[string, Fields, string]>([
  ['a short code', { From: '72645', FromCountry: 'CA' }, 'CA'],
  ['a client', { From: 'client:jenny', FromCountry: '' }, 'US'],
  ['a client, where Twilio knows', { From: 'client:jenny', FromCountry: 'IE' }, 'IE'],
  ['a SIP user', { From: 'sip:alice@pbx.example.org', ToCountry: 'GB' }, 'GB'],
  ['a WhatsApp user without a number', { From: 'whatsapp:GB.13491208655302741918' }, 'GB'],
  ['a WhatsApp user of several businesses', { From: 'whatsapp:MX.ENT.11815799212886844830' }, 'MX'],
  [
    'a WhatsApp user, whatever Twilio says',
    { From: 'whatsapp:ie.1502576394655843', FromCountry: 'TH' },
    'IE',
  ],
  ['a WhatsApp user of a territory', { From: 'whatsapp:PR.1502576394655843' }, 'US'],
  ['an id that only looks so', { From: 'client:GB.13491208655302741918' }, 'US'],
  ['a number in full without +', { From: '447700900123', FromCountry: '' }, 'GB'],
  ['a number in full of a SIP trunk', { From: 'sip:447700900123@trunk.example.net' }, 'GB'],
  ['a number after 00', { From: 'sip:00353851234567@trunk.example.net' }, 'IE'],
  ['a number of the line, without +', { From: '2125550123' }, 'US'],
  ['an extension', { From: 'sip:4930123@pbx.example.org' }, 'US'],
  ['an id of Messenger', { From: 'messenger:4477009001234567' }, 'US'],
  ['a national number', { From: '07700 900123', FromCountry: 'GB' }, 'GB'],
  ['a name', { From: 'INFO', FromCountry: 'IN' }, 'US'],
  ['small letters', { From: 'client:jenny', FromCountry: ' gb ' }, 'GB'],
  ['no code', { From: 'client:jenny', FromCountry: 'Great Britain' }, 'US'],
  ['a satellite phone', { From: '+881612345678', FromCountry: '' }, 'US'],
  ['nothing at all', { To: '', ToCountry: '' }, 'US'],
])('%s is read as far as it goes', (_what, fields, expected) => {
  expect(country(fields)).toBe(expected)
})

describe('the emergency number', () => {
  const webhooks = startWebhooks(line)
  let sent = 0
  const cryFrom = (fields: Fields) => {
    sent += 1
    return webhooks.post('/sms', {
      MessageSid: `SM${sent}`,
      ...CALLED,
      Body: 'I want to kill myself',
      ...fields,
    })
  }
  const { emergency } = line.everywhere

  test.each(getCountries())('of a phone of %s is told by number alone', async (code) => {
    const From = getExampleNumber(code, examples)?.number
    if (!From) throw new Error(`There is no example number of ${code}`)
    // Nine territories share the mobile numbers of their country, and its emergency number.
    const own = line.territories[code] ?? code
    expect(emergency[country({ From })]).toBe(emergency[own])
    expect(emergency[own]).toMatch(/^\d{2,5}$/)
    expect(await cryFrom({ From })).toContain(` ${emergency[own]}`)
    expect(await cryFrom({ From: `client:${code}`, FromCountry: code })).toContain(` ${emergency[own]}`)
  })

  test('of a country with a directory is the one of the directory', () => {
    for (const [code, { emergency: own }] of Object.entries(line.directory))
      expect(own.number).toBe(emergency[code])
  })

  test.each([
    ['+33612345678', /Prévention du suicide: 3114\. .* 112\./],
    ['+590690001234', /3114.* 15\./],
    ['+85251234567', /18111.* 999\./],
    ['+299221234', /call 112 now/],
    ['+687751234', /call 15 now/],
    ['+18765550123', /call 110 now/],
  ])('of %s stands beside the crisis line, where one is known', async (From, words) => {
    expect(await cryFrom({ From })).toMatch(words)
  })

  test.each([
    ['+33612345678', '112', '1 1 2'],
    ['whatsapp:+85251234567', '999', '9 9 9'],
    ['Anonymous', '911', '9 1 1'],
    ['whatsapp:GB.13491208655302741918', '999', '9 9 9'],
  ])('of %s is told where something of ours has failed', async (From, written, spoken) => {
    const fields = { ...CALLED, From, FromCountry: 'TH' }
    expect(await webhooks.post('/sms/fallback', fields)).toContain(`Emergency: ${written}.`)
    expect((await webhooks.post('/voice/fallback', fields)).replaceAll(/<[^>]*>/g, '')).toContain(spoken)
  })

  test('of an unknown country is that of the line, with the general sentence', async () => {
    expect(await cryFrom({ From: 'client:jenny', FromCountry: 'AQ' })).toContain(
      'call your local emergency number, which is 911 in the United States now',
    )
  })
})
