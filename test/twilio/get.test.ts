/** Webhooks by HTTP GET, as an operator may set them in the Console: signed in the address, and answered as by POST. */
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, test } from 'vitest'
import { PUBLIC_URL, startTestServer, type TestServer, TOKEN } from '../support/server.ts'

const call = { CallSid: 'CA1', From: '+15555550111', To: '+15555550100', FromCountry: 'US' }
const text = { ...call, MessageSid: 'SM1', Body: 'bone' }

/** The whole address is signed, and no field beside it (docs/design/twilio.md section 5). */
const sign = (target: string, token = TOKEN) =>
  webhooks.getExpectedTwilioSignature(token, PUBLIC_URL + target, {})

function get(server: TestServer, target: string, headers: Record<string, string> = {}) {
  return server.app.request(target, { headers: { 'x-twilio-signature': sign(target), ...headers } })
}

const query = (fields: Record<string, string>) => `?${new URLSearchParams(fields)}`

describe('a signed GET is answered as a POST', () => {
  test.each([
    ['a call', '/voice', call, /<Gather/],
    ['a call, with a slash', '/voice/', call, /<Gather/],
    [
      'a key',
      '/voice/3/en/normal/main',
      { ...call, Digits: '2' },
      /action="\/voice\/4\/en\/normal\/main\/head"/,
    ],
    ['the fallback of calls', '/voice/fallback', call, /9 1 1/],
    ['a text', '/sms', text, /Bones/],
    [
      'a text of quotes and other signs',
      '/sms',
      { ...text, Body: `"bone" isn't 1+1 & 50 %?#` },
      /Bones|mean/,
    ],
    ['the fallback of texts', '/sms/fallback', text, /911/],
  ])('%s', async (_case, path, fields, answer) => {
    const server = await startTestServer()
    const response = await get(server, path + query(fields))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/xml/)
    expect(await response.text()).toMatch(answer)
    expect(server.errors).toEqual([])
  })

  test('the end of a call, which is counted once', async () => {
    const server = await startTestServer()
    const target = `/voice/status${query({ ...call, CallStatus: 'completed', CallDuration: '74' })}`
    expect((await get(server, target)).status).toBe(204)
    expect((await get(server, target)).status).toBe(204)
    expect(await server.counted()).toEqual({ 'hang-up 60-120': 1 })
  })

  test('and goes on by POST', async () => {
    const server = await startTestServer()
    const heard = await (await get(server, `/voice${query(call)}`)).text()
    const [, action = ''] = /action="([^"]+)"/.exec(heard) ?? []
    expect(heard).not.toContain('method="GET"')
    expect((await server.post(action, { ...call, Digits: '1' })).status).toBe(200)
  })
})

describe('a GET that is not signed for its address is refused with a sentence, never a page', () => {
  const target = `/voice${query(call)}`
  test.each<[string, string, Record<string, string>]>([
    ['without a signature', target, { 'x-twilio-signature': '' }],
    ['for another address', `/sms${query(text)}`, { 'x-twilio-signature': sign(target) }],
    ['with a field more', `${target}&Digits=1`, { 'x-twilio-signature': sign(target) }],
    [
      'with its fields signed twice',
      target,
      { 'x-twilio-signature': webhooks.getExpectedTwilioSignature(TOKEN, PUBLIC_URL + target, call) },
    ],
    ['by another token', target, { 'x-twilio-signature': sign(target, 'another') }],
    ['by two signatures', target, { 'x-twilio-signature': `${sign(target)}, ${sign(target)}` }],
  ])('%s', async (_case, address, headers) => {
    const server = await startTestServer()
    const response = await get(server, address, headers)
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(await response.text()).toMatch(/^[A-Z][^\n]*\.$/)
    expect(await server.counted()).toEqual({})
  })

  test.each(['/Voice', '//voice', '/voices', '/voice.xml', '/call'])(
    'at %s, where no webhook is',
    async (path) => {
      const response = await get(await startTestServer(), path + query(call))
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        expect.stringMatching(/^text\/plain/),
      ])
    },
  )

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('by %s', async (method) => {
    const { app } = await startTestServer()
    for (const path of ['/voice', '/sms', '/voice/status', '/voice/1/en/normal/main']) {
      const response = await app.request(path, { method })
      expect(response.status).toBeGreaterThanOrEqual(403)
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    }
  })
})
