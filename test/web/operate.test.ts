/** What an operator sees of the server, and what they do not see: who called, and what for. */
import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/server/log.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import type { RequestRecord } from '../../src/web/request-log.ts'
import { stackWithoutMessage } from '../../src/web/stack.ts'
import { line } from '../support/line.ts'
import { startTestServer } from '../support/server.ts'

const call = { CallSid: 'CAzebrafinch', From: '+15555577391', To: '+15555550100', FromCountry: 'US' }
const PASSWORD = 'correct horse: staple'

describe('a request', () => {
  test.each([
    ['a call that arrives', '/voice', '/voice', 200],
    ['a step of a call', '/voice/3/en/normal/main/bone', '/voice/*', 200],
    ['a text', '/sms', '/sms', 200],
  ])('that is %s is told by its route, not by its path', async (_case, path, route, status) => {
    const requests: RequestRecord[] = []
    const server = await startTestServer({ more: { onRequest: (request) => requests.push(request) } })
    const response = await server.post(path, { ...call, MessageSid: 'SMzebrafinch', Body: 'zebrafinch' })
    const requestId = response.headers.get('x-request-id')
    expect(requests).toEqual([{ requestId, method: 'POST', route, status, ms: expect.any(Number) }])
    expect(JSON.stringify(requests)).not.toMatch(/zebrafinch|5577391|bone/)
  })

  test('that is refused, unknown or sent again is told too, each under an id of its own', async () => {
    const requests: RequestRecord[] = []
    const server = await startTestServer({ more: { onRequest: (request) => requests.push(request) } })
    const refused = await server.post('/voice/3/en/normal/main/bone', call, { 'x-twilio-signature': 'no' })
    await server.app.request('/nobody/+15555577391')
    await server.post('/voice', call)
    const again = await server.post('/voice', call)
    expect(requests.map(({ route, status }) => [route, status])).toEqual([
      ['/voice/*', 403],
      ['/:locale/:word', 404],
      ['/voice', 200],
      // Answered before any route, by the middleware that knows it already.
      ['/voice/*', 200],
    ])
    expect(new Set(requests.map(({ requestId }) => requestId)).size).toBe(4)
    expect(refused.headers.get('x-request-id')).toBe(requests[0]?.requestId)
    expect(again.headers.get('x-request-id')).toBe(requests[3]?.requestId)
  })
})

describe('a page that fails', () => {
  const brokenAt = (isBroken: (time: number) => boolean) => {
    let time = 0
    const broken = { ...line }
    Object.defineProperty(broken, 'directory', {
      get: () => {
        if (isBroken(time++)) throw new RangeError('zebrafinch +15555577391')
        return line.directory
      },
    })
    return startTestServer({
      line: broken,
      more: {
        pagesWait: (_c, next) => {
          time = 0
          return next()
        },
      },
    })
  }

  test.each([
    ['says so in a page', (time: number) => time === 0, /^<!doctype html>.*988/s],
    ['says so in a sentence, where every page fails', () => true, /^[A-Z][^\n]*\.$/],
  ])('%s, and is tried again', async (_case, isBroken, answer) => {
    let isDown = false
    const { app, errors } = await brokenAt((time) => isDown && isBroken(time))
    isDown = true
    for (let times = 1; times <= 2; times += 1) {
      const response = await app.request('/en')
      expect([response.status, await response.text()]).toEqual([500, expect.stringMatching(answer)])
      expect(errors.map(stackWithoutMessage).join()).not.toMatch(/zebrafinch|5577391/)
      expect(errors.length).toBe(times)
    }
    isDown = false
    expect((await app.request('/en')).status).toBe(200)
  })
})

describe('the log', () => {
  const logged = (write: (log: ReturnType<typeof createLog>) => void) => {
    const lines: string[] = []
    write(createLog('info', { write: (line) => lines.push(line) }))
    return lines.join('')
  }

  test("leaves out Twilio's fields, should they ever get there", () => {
    const lines = logged((log) =>
      log.info({ ...call, form: call, request: { ...call, Body: 'zebrafinch' } }, 'x'),
    )
    expect(lines).toContain('"msg":"x"')
    expect(lines).not.toMatch(/zebrafinch|555/)
  })

  test('names the kind and place of an error, and not its words', () => {
    const place = stackWithoutMessage(new RangeError('zebrafinch\n    at +15555577391'))
    expect(place).toMatch(/^RangeError\n\s+at .*operate\.test\.ts/)
    expect(place).not.toMatch(/zebrafinch|5577391/)
    expect(stackWithoutMessage('zebrafinch')).toBe('string')
    const changed = new Error('zebrafinch said\n+15555577391 and more\nBody: zebrafinch')
    changed.message = 'something else'
    expect(stackWithoutMessage(changed)).toMatch(/^Error\n\s+at .*operate\.test\.ts/)
    expect(stackWithoutMessage(changed)).not.toMatch(/zebrafinch|5577391/)
  })
})

describe('the figures at /metrics', () => {
  const startWithMetrics = async (usagePassword?: string) => {
    const metrics = createMetrics({ waiting: () => 3, failures: () => 2 })
    const server = await startTestServer({
      ...(usagePassword ? { usagePassword } : {}),
      more: { onRequest: metrics.observeRequest, metrics: metrics.text },
    })
    const ask = (password: string) =>
      server.app.request('/metrics', {
        headers: { authorization: `Basic ${btoa(`prometheus:${password}`)}` },
      })
    return { metrics, server, ask }
  }

  test('count requests by route, and tell how the database does', async () => {
    const { metrics, server, ask } = await startWithMetrics(PASSWORD)
    await server.post('/voice', call)
    metrics.countError()
    const response = await ask(PASSWORD)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await response.text()
    for (const line of [
      'plainline_request_seconds_count{method="POST",route="/voice",status="200"} 1',
      'plainline_errors_total 1',
      'plainline_tallies_waiting 3',
      'plainline_store_errors_total 2',
    ])
      expect(text).toContain(`${line}\n`)
    expect(text).not.toMatch(/zebrafinch|5577391/)
  })

  test('are for the operator only', async () => {
    const { server, ask } = await startWithMetrics(PASSWORD)
    expect((await server.app.request('/metrics')).status).toBe(401)
    expect((await ask('a guess of somebody')).status).toBe(401)
  })

  test('have a token of their own, which works whoever guesses the password', async () => {
    const metricsToken = 'atokenofatestatoken'
    const more = { metrics: async () => 'up 1' }
    const { app } = await startTestServer({ usagePassword: PASSWORD, settings: { metricsToken }, more })
    const ask = (authorization: string, path = '/metrics') =>
      app.request(path, { headers: { authorization } })
    for (let guess = 0; guess < 50; guess += 1) {
      await ask(`Basic ${btoa(`:guess ${guess}`)}`, '/usage')
      expect((await ask(`Bearer guess${guess}`)).status).toBe(401)
    }
    expect((await ask(`Bearer ${metricsToken}`)).status).toBe(200)
    for (const wrong of ['', 'Bearer', 'Bearer  ', `Basic ${btoa(`:${PASSWORD}`)}`, metricsToken]) {
      const refused = await ask(wrong)
      expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    }
  })

  test('are off without a password, and on a runtime that has none', async () => {
    const { ask } = await startWithMetrics()
    expect((await ask('')).status).toBe(404)
    const { app } = await startTestServer({ usagePassword: PASSWORD })
    expect((await app.request('/metrics')).status).toBe(404)
  })
})
