/** `/usage`, as an operator asks for it. */
import { describe, expect, test } from 'vitest'
import { startTestServer } from '../support/server.ts'

const PASSWORD = 'a password of a test'
const authorization = `Basic ${btoa(`operator:${PASSWORD}`)}`
const call = { CallSid: 'CA1', From: '+15555550111', To: '+15555550100', FromCountry: 'US' }

async function startWithPassword() {
  const server = await startTestServer({
    usagePassword: PASSWORD,
    now: () => new Date('2026-11-23T18:00:00Z'),
  })
  return {
    ...server,
    ask: async (path: string, headers: Record<string, string> = { authorization }) => {
      const response = await server.app.request(path, { headers })
      return { response, text: await response.text() }
    },
  }
}

describe('the counts', () => {
  test.each(['/usage', '/usage.csv'])('%s is only for who has the password', async (path) => {
    const { app, ask } = await startWithPassword()
    expect((await app.request(path)).status).toBe(401)
    const { response } = await ask(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { app: without } = await startTestServer()
    expect((await without.request(path)).status).toBe(404)
  })

  test('show a call as soon as it is there, exactly only in all together', async () => {
    const { post, ask } = await startWithPassword()
    await post('/voice', call)
    const { text } = await ask('/usage?by=week&from=2026-11-22')
    expect(text).toMatch(/Nov 16 – 22, 2026<\/th><td[^>]*>0<\/td>/)
    expect(text).toMatch(/Nov 23 – 29, 2026<\/th><td data-count="0">under 5<\/td>/)
    expect(text).toMatch(/Together<\/th><td data-count="1">1<\/td>/)
  })

  test('are a file for a spreadsheet as well', async () => {
    const { post, ask } = await startWithPassword()
    await post('/voice', call)
    const { response, text } = await ask('/usage.csv?by=week&from=2026-11-23&language=es')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="counts-2026-11-23-2026-11-23.csv"',
    )
    expect(text).toMatch(/^Llamadas y mensajes,.+,2026-11-23,2026-11-29,Llamadas,menos de 5\r$/m)
  })

  test.each([
    ['/usage?from=yesterday', 'en', '“yesterday” is not a day. Write a day as 2026-11-23.'],
    ['/usage?from=2020-01-01', 'es', 'Es más de un año. Pida 366 días o menos cada vez.'],
    ['/usage.csv?by=year', 'en', 'Counts cannot be shown by “year”. Choose week or month.'],
    ['/usage?from=<script>', 'en', '“&lt;script&gt;” is not a day. Write a day as 2026-11-23.'],
  ])('answer %s with a sentence', async (path, language, sentence) => {
    const { ask } = await startWithPassword()
    const { response, text } = await ask(path, { authorization, 'accept-language': language })
    expect(response.status).toBe(400)
    expect(text).toContain(sentence)
  })
})
