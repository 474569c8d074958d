/** Refusals: a page in the language of the reader for a browser, a sentence for all others. */
import { describe, expect, test } from 'vitest'
import { fixtureLine } from '../support/fixture.ts'
import { startTestServer } from '../support/server.ts'

const PASSWORD = 'a password of a test'
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'ja' }

const authorization = (password: string) => `Basic ${Buffer.from(`x:${password}`).toString('base64')}`

async function expectPage(response: Response, status: number, title: string) {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-language')).toBe('ja')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  const text = await response.text()
  expect(text).toContain(`<h1>ja ${title}</h1>`)
  expect(text).toContain('href="tel:911"')
  expect(text).toContain('href="/ja"')
}

describe('a browser gets a page', () => {
  test('without the password, and is still asked for it', async () => {
    const { app } = await startTestServer({ line: fixtureLine, usagePassword: PASSWORD })
    const response = await app.request('/usage', { headers: BROWSER })
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic/)
    await expectPage(response, 401, 'info.noPassword')
  })

  test('after too many wrong passwords, and is told when to come back', async () => {
    const { app } = await startTestServer({ line: fixtureLine, usagePassword: PASSWORD })
    const headers = { ...BROWSER, authorization: authorization('a guess') }
    for (let guess = 0; guess < 5; guess += 1) await app.request('/usage', { headers })
    const response = await app.request('/usage', { headers })
    expect(response.headers.get('retry-after')).toBe('1')
    await expectPage(response, 429, 'info.tooMany')
  })

  test('for a question that is too long', async () => {
    const { app } = await startTestServer({ line: fixtureLine })
    const body = new URLSearchParams({ asked: 'a'.repeat(10_000) }).toString()
    const headers = { ...BROWSER, 'content-type': 'application/x-www-form-urlencoded' }
    await expectPage(await app.request('/ja/search', { method: 'POST', headers, body }), 413, 'info.tooLarge')
  })

  test('where it asks for a demo from another machine', async () => {
    const { app } = await startTestServer({
      line: fixtureLine,
      settings: { authTokens: [], publicUrl: null },
    })
    await expectPage(await app.request('http://line.example.org/', { headers: BROWSER }), 403, 'info.closed')
  })
})

describe('a command, and Twilio, get a sentence', () => {
  test.each([
    ['curl', { accept: '*/*' }],
    ['Twilio', { ...BROWSER, 'x-twilio-signature': 'x' }],
  ])('%s', async (_name, headers) => {
    const { app } = await startTestServer({ line: fixtureLine, usagePassword: PASSWORD })
    const response = await app.request('/usage', { headers })
    expect(response.status).toBe(401)
    expect(await response.text()).toBe('The password is missing or wrong.')
  })
})
