/** What the log says of a signature that does not fit: which address Twilio has, or that it is the token. */
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, test } from 'vitest'
import { fixtureLine } from '../support/fixture.ts'
import { PUBLIC_URL, startTestServer, TOKEN } from '../support/server.ts'

const call = { CallSid: 'CA1', From: '+15555550111', To: '+15555550100', FromCountry: 'US' }

/** What the operator reads after a call that Twilio signed for `address`. */
async function reasonFor(
  address: string,
  { path = '/voice', publicUrl = PUBLIC_URL, token = TOKEN, headers = {} } = {},
) {
  const reasons: string[] = []
  const server = await startTestServer({
    line: fixtureLine,
    settings: { publicUrl },
    more: { onRefused: (why) => reasons.push(why()) },
  })
  const response = await server.app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': webhooks.getExpectedTwilioSignature(token, address, call),
      ...headers,
    },
    body: new URLSearchParams(call).toString(),
  })
  return { status: response.status, reasons }
}

describe('a signature that does not fit', () => {
  test.each([
    ['another scheme', 'http://line.example.org/voice', {}, 'http://line.example.org,'],
    [
      'another host',
      'https://old.example.org/voice',
      { headers: { host: 'old.example.org' } },
      'https://old.example.org,',
    ],
    [
      'another host, behind a proxy',
      'https://www.example.org/voice',
      { headers: { 'x-forwarded-host': 'www.example.org' } },
      'https://www.example.org,',
    ],
    [
      'no path, where PUBLIC_URL has one',
      'https://line.example.org/voice',
      { publicUrl: `${PUBLIC_URL}/line` },
      'https://line.example.org,',
    ],
  ])('was made for %s', async (_case, address, options, expected) => {
    const { status, reasons } = await reasonFor(address, options)
    expect(status).toBe(403)
    expect(reasons).toHaveLength(1)
    expect(reasons[0]).toContain(`Twilio signed for ${expected} and PUBLIC_URL is`)
  })

  test('was made by another token', async () => {
    const { reasons } = await reasonFor(`${PUBLIC_URL}/voice`, { token: 'another' })
    expect(reasons).toEqual([expect.stringContaining('the token is that of another account')])
  })

  test('is missing', async () => {
    const { reasons } = await reasonFor('', { headers: { 'x-twilio-signature': '' } })
    expect(reasons).toEqual([expect.stringContaining('had no signature')])
  })

  test('is explained without the step, the number or the words', async () => {
    const path = '/voice/3/en/normal/main'
    const { reasons } = await reasonFor(`http://line.example.org${path}`, { path })
    expect(reasons.join()).not.toMatch(/main|555|normal/)
  })
})

test('a signature that fits is explained to nobody', async () => {
  const { status, reasons } = await reasonFor(`${PUBLIC_URL}/voice`)
  expect(status).toBe(200)
  expect(reasons).toEqual([])
})
