/** The operator's password: who is let in, who is not, and how guessing is slowed. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describe, expect, test } from 'vitest'
import { passwordGuard } from '../../src/web/password.ts'

const PASSWORD = 'correct horse: staple'

function pageBehind(usagePassword: string | null, authTokens: readonly string[] = ['12345']) {
  let now = Date.parse('2026-11-23T03:00:00Z')
  const app = new Hono()
  app.use(
    '/page',
    passwordGuard({ publicUrl: null, secret: '', usagePassword, authTokens }, () => now),
  )
  app.get('/page', (c) => c.text('for the operator'))
  app.onError((error) => (error instanceof HTTPException ? error.getResponse() : new Response(null)))
  return {
    pass: (ms: number) => {
      now += ms
    },
    ask: (password?: string, name = '') =>
      app.request('/page', {
        headers:
          password === undefined
            ? {}
            : { authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` },
      }),
  }
}

describe('a page behind the password', () => {
  test.each([
    ['the right password', PASSWORD, '', 200],
    ['the right password under any name', PASSWORD, 'anybody', 200],
    ['no password', undefined, '', 401],
    ['an empty password', '', '', 401],
    ['another password', 'correct horse: stapl', '', 401],
    ['the right one with more behind it', `${PASSWORD} `, '', 401],
  ])('%s', async (_case, password, name, status) => {
    const response = await pageBehind(PASSWORD).ask(password, name)
    expect(response.status).toBe(status)
    expect(response.headers.has('www-authenticate')).toBe(status === 401)
  })

  test('is off where no password is set', async () => {
    expect((await pageBehind(null).ask()).status).toBe(404)
    expect((await pageBehind(null).ask('')).status).toBe(404)
  })

  test('is open in the demo, unless a password is set', async () => {
    expect((await pageBehind(null, []).ask()).status).toBe(200)
    expect((await pageBehind(PASSWORD, []).ask()).status).toBe(401)
  })
})

describe('whoever guesses', () => {
  test('is answered five times a minute, then told when to come back', async () => {
    const { ask, pass } = pageBehind(PASSWORD)
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await ask(`guess ${guess}`)).status).toBe(401)
      pass(1000)
    }
    const slowed = await ask(PASSWORD)
    expect(slowed.status).toBe(429)
    expect(slowed.headers.get('retry-after')).toBe('55')
    pass(55_000)
    expect((await ask(PASSWORD)).status).toBe(200)
  })

  test('guesses no faster at many connections', async () => {
    const { ask } = pageBehind(PASSWORD)
    const guesses = await Promise.all(Array.from({ length: 50 }, (_, guess) => ask(`guess ${guess}`)))
    expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5)
  })

  test('who only opens the page, as browsers do first, has not guessed', async () => {
    const { ask } = pageBehind(PASSWORD)
    for (let visit = 0; visit < 10; visit += 1) await ask()
    expect((await ask(PASSWORD)).status).toBe(200)
  })
})
