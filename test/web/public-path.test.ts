/** A line below a path of somebody's host, behind a proxy that passes the path on or cuts it off. */
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, test } from 'vitest'
import { startTestServer, TOKEN } from '../support/server.ts'

const PUBLIC_URL = 'https://hospital.example.org/line'
const PASSWORD = 'a password of a test'
const call = { CallSid: 'CA1', From: '+15555550111', To: '+15555550100', FromCountry: 'US' }

const start = async (publicUrl = PUBLIC_URL) =>
  startTestServer({ usagePassword: PASSWORD, settings: { publicUrl, metricsToken: 'a token of a test' } })

describe.each([
  ['passes the path on', '/line'],
  ['cuts the path off', ''],
])('where the proxy %s', (_case, prefix) => {
  const open = async () => {
    const server = await start()
    const seen = (path: string) => prefix + path.replace(/^\/line/, '')
    return {
      ...server,
      get: (path: string, headers = {}) => server.app.request(seen(path), { headers }),
      /** `path` is as Twilio asks for it. */
      post: (path: string, form: Record<string, string>) =>
        server.app.request(seen(path), {
          method: 'POST',
          headers: {
            'x-twilio-signature': webhooks.getExpectedTwilioSignature(
              TOKEN,
              `https://hospital.example.org${path}`,
              form,
            ),
          },
          body: new URLSearchParams(form),
        }),
    }
  }

  test('a call walks from address to address', async () => {
    const { post, counted } = await open()
    let answer = await post('/line/voice', call)
    for (const Digits of ['1', '1', '3']) {
      const [, action = ''] = /action="([^"]+)"/.exec(await answer.text()) ?? []
      expect(action).toMatch(/^\/line\/voice\/\d+\/en\//)
      answer = await post(action, { ...call, Digits })
      expect(answer.status).toBe(200)
    }
    expect(await counted()).toMatchObject({ call: 1, 'open bone': 1 })
    expect((await post('/line/voice/fallback', call)).status).toBe(200)
    expect((await post('/line/voice/status', { ...call, CallStatus: 'completed' })).status).toBe(204)
  })

  test('a text is answered, and its cookie is for the line alone', async () => {
    const { post } = await open()
    const answer = await post('/line/sms', { ...call, Body: 'bone' })
    expect(await answer.text()).toContain('Bones')
    expect(answer.headers.get('set-cookie')).toContain('; Path=/line;')
  })

  test('pages are found, and what they link to', async () => {
    const { get } = await open()
    const page = await (await get('/line/en')).text()
    const addresses = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, address = '']) => address)
    expect(addresses.length).toBeGreaterThan(3)
    for (const address of addresses) {
      expect(address).toMatch(/^\/line\//)
      expect((await get(address)).status, address).toBe(200)
    }
    for (const path of ['/line', '/line/', '/line/health', '/line/es/card'])
      expect((await get(path)).status, path).toBe(200)
    expect(await (await get('/line/es/nada')).text()).toContain('href="/line/es"')
  })

  test('the phone signs for it, and the figures are there', async () => {
    const { app, get } = await open()
    const authorization = `Basic ${btoa(`:${PASSWORD}`)}`
    expect((await get('/line/phone', { authorization })).headers.get('set-cookie')).toContain('Path=/line')
    const story = { ...call, From: '+15555551234' }
    const signature = await app.request(`${prefix}/phone/signature?path=%2Fline%2Fvoice`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams(story),
    })
    const answer = await app.request(`${prefix}/voice`, {
      method: 'POST',
      headers: { 'x-twilio-signature': await signature.text() },
      body: new URLSearchParams(story),
    })
    expect(answer.status).toBe(200)
  })
})

test.each([
  ['https://hospital.example.org/a/b', '/a/b/voice'],
  ['https://hospital.example.org/l%C3%ADnea', '/l%C3%ADnea/voice'],
  ['https://hospital.example.org/voices', '/voices/voice'],
  ['https://hospital.example.org:8443/line', '/line/voice'],
])('is reached below %s', async (publicUrl, path) => {
  const { app } = await start(publicUrl)
  const address = publicUrl + path.slice(new URL(publicUrl).pathname.length)
  const headers = { 'x-twilio-signature': webhooks.getExpectedTwilioSignature(TOKEN, address, call) }
  for (const asked of [path, path.slice(new URL(publicUrl).pathname.length)])
    expect(
      (await app.request(asked, { method: 'POST', headers, body: new URLSearchParams(call) })).status,
    ).toBe(200)
})

test('a path that only begins alike is another', async () => {
  const { app } = await start()
  expect((await app.request('/lines/en')).status).toBe(404)
  expect((await app.request('/liner')).status).toBe(404)
})

describe('a browser is told to use HTTPS', () => {
  test('for the host of the line, not for its subdomains', async () => {
    const { app } = await startTestServer()
    expect((await app.request('/en')).headers.get('strict-transport-security')).toBe('max-age=15552000')
    expect((await app.request('/health')).headers.get('strict-transport-security')).toBe('max-age=15552000')
  })

  test("not for a hospital's host, of which the line has a path", async () => {
    const { app } = await start()
    for (const path of ['/line/en', '/line/nothing', '/line/health'])
      expect((await app.request(path)).headers.has('strict-transport-security')).toBe(false)
  })
})
