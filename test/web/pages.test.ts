/** The addresses of the pages, as people type them. */
import { describe, expect, test } from 'vitest'
import { startTestServer } from '../support/server.ts'

describe('a page', () => {
  test.each([
    ['/es', 'es'],
    ['/es/', 'es'],
    ['/ES', 'es'],
    ['/Es/card/', 'es'],
    ['/en/card?paper=papyrus', 'en'],
  ])('is found at %s', async (path, language) => {
    const { app } = await startTestServer()
    const response = await app.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-language')).toBe(language)
  })

  test.each([
    ['/es/huesos', 'en', 'es'],
    ['/huesos', 'ES-MX, en;q=0.5', 'es'],
    ['/huesos', 'es;q=0.3, en;q=0.5', 'en'],
    ['/huesos', 'fr, *;q=0.1', 'en'],
    ['/huesos', '', 'en'],
    ['/huesos?language=es', 'en', 'es'],
  ])('that is not there, %s, is told to a reader of "%s" in %s', async (path, wanted, language) => {
    const { app } = await startTestServer()
    const response = await app.request(path, { headers: { 'accept-language': wanted } })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-language')).toBe(language)
  })
})

test('a webhook is answered with a slash at the end of its address too', async () => {
  const { post } = await startTestServer()
  const call = { CallSid: 'CA1', From: '+15555550111', To: '+15555550100', FromCountry: 'US' }
  expect(await (await post('/voice/', call)).text()).toContain('Español, ')
})
