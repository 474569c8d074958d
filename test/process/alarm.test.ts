/** The alarm by webhook, from the front door of the built server to the address that is told. */
import { randomUUID } from 'node:crypto'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { expect, onTestFinished, test } from 'vitest'
import { receiveAlarms } from '../support/alarm-receiver.ts'
import { startNodeServer } from '../support/node-server.ts'
import { SMALL_LINE } from '../support/small-line.ts'

const TOKEN = '12345'
const PUBLIC_URL = 'https://line.example.org'
const PHONE = '+15555577391'

test('apologies and refused requests are told by a webhook, and calls are answered meanwhile', async () => {
  const receiver = await receiveAlarms()
  receiver.statuses.push(0)
  const server = await startNodeServer(
    {
      ...SMALL_LINE,
      TWILIO_AUTH_TOKEN: TOKEN,
      PUBLIC_URL,
      SECRET: 'sixteen characters or more',
      ALARM_URL: receiver.url,
    },
    ['--import', new URL('hasten.mjs', import.meta.url).href],
  )
  onTestFinished(server.stop)
  const post = async (path: string, signature?: string) => {
    const form = { CallSid: `CA${randomUUID()}`, From: PHONE, FromCountry: 'US' }
    const signed = signature ?? webhooks.getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, form)
    const response = await fetch(server.address + path, {
      method: 'POST',
      headers: { 'x-twilio-signature': signed },
      body: new URLSearchParams(form),
    })
    return response.status
  }
  const statuses = await Promise.all([
    ...Array.from({ length: 20 }, () => post('/voice', 'forged')),
    ...Array.from({ length: 5 }, () => post('/voice/fallback')),
  ])
  expect(new Set(statuses)).toEqual(new Set([403, 200]))
  const told = [await receiver.next(), await receiver.next()].map(({ post }) => post)
  expect(told.map(({ kind }) => kind).sort()).toEqual(['apologies', 'refusals'])
  expect(JSON.stringify(told)).not.toContain(PHONE.slice(1))
  // The receiver has not answered the first one.
  expect(await post('/voice')).toBe(200)
  await server.end()
  expect(server.output()).not.toMatch(/ALARM_URL|\/hook/)
})
