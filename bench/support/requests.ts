/** Webhooks as Twilio sends them: forms of some twenty fields, signed, no two from the same person. */
import type { Request } from 'autocannon'
import webhooks from 'twilio/lib/webhooks/webhooks.js'

export const TOKEN = '0123456789abcdef0123456789abcdef'
export const PUBLIC_URL = 'https://line.example.org'

type Form = Readonly<Record<string, string>>

const TO: Form = { City: 'NEW YORK', State: 'NY', Zip: '10001', Country: 'US' }
const FROM: Form = { City: 'SAN FRANCISCO', State: 'CA', Zip: '94105', Country: 'US' }

/** A key pressed at a step of call `number`. */
export function keyPressed(path: string, key: string, number: number): Request {
  const from = phone(number)
  return signed(path, {
    AccountSid: sid('AC', 1),
    ApiVersion: '2010-04-01',
    CallSid: sid('CA', number),
    CallStatus: 'in-progress',
    Direction: 'inbound',
    ...prefixed('Called', TO),
    ...prefixed('Caller', FROM),
    ...prefixed('From', FROM),
    ...prefixed('To', TO),
    Called: '+15555550100',
    Caller: from,
    From: from,
    To: '+15555550100',
    Digits: key,
    FinishedOnKey: '',
    msg: 'Gather End',
  })
}

/** A first text from person `number`. */
export function texted(path: string, words: string, number: number): Request {
  return signed(path, {
    AccountSid: sid('AC', 1),
    ApiVersion: '2010-04-01',
    MessageSid: sid('SM', number),
    SmsMessageSid: sid('SM', number),
    SmsSid: sid('SM', number),
    SmsStatus: 'received',
    MessagingServiceSid: sid('MG', 1),
    NumMedia: '0',
    NumSegments: '1',
    ...prefixed('From', FROM),
    ...prefixed('To', TO),
    From: phone(number),
    To: '+15555550100',
    Body: words,
  })
}

export function signed(path: string, form: Form): Request {
  return {
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      accept: '*/*',
      'x-twilio-signature': webhooks.getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, form),
    },
    body: new URLSearchParams(form).toString(),
  }
}

const prefixed = (prefix: string, fields: Form): Form =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [prefix + name, value]))
const phone = (number: number) => `+1415${String(2_000_000 + number)}`
const sid = (kind: string, number: number) => kind + number.toString(16).padStart(32, '0')
