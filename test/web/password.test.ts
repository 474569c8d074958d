/** The operator's password: who is let in, who is not, and how guessing is slowed. */
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describe, expect, test } from 'vitest'
import { passwordGuard } from '../../src/web/password.ts'

const PASSWORD = 'correct horse: staple'

function pageBehind(usagePassword: string | null, authTokens: readonly string[] = ['12345']) {
  let now = Date.parse('2026-11-23T03:00:00Z')
  const app = new Hono()
  const settings = { publicUrl: 'https://example.org/line', secret: 'a secret', usagePassword, authTokens }
  app.use(
    '/page',
    passwordGuard(settings, () => now),
  )
  app.get('/page', (c) => c.text('for the operator'))
  app.onError((error) => (error instanceof HTTPException ? error.getResponse() : new Response(null)))
  return {
    pass: (ms: number) => {
      now += ms
    },
    ask: (password?: string, name = '', cookie = '') =>
      app.request('/page', {
        headers: {
          cookie,
          ...(password === undefined
            ? {}
            : { authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` }),
        },
      }),
  }
}

const deviceCookie = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

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

describe('guesses', () => {
  test('at many connections are answered five at once, then one a second', async () => {
    const { ask, pass } = pageBehind(PASSWORD)
    const guess = async (many: number) => {
      const answers = await Promise.all(Array.from({ length: many }, (_, index) => ask(`guess ${index}`)))
      return answers.filter(({ status }) => status === 401).length
    }
    expect(await guess(50)).toBe(5)
    const slowed = await ask(PASSWORD)
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '1'])
    pass(3000)
    expect(await guess(50)).toBe(3)
    pass(1000)
    expect((await ask(PASSWORD)).status).toBe(200)
  })

  test.each([2000, 1000])('one each %i ms refuse no right password, for an hour', async (ms) => {
    const { ask, pass } = pageBehind(PASSWORD)
    for (let guess = 0; guess < 3_600_000 / ms; guess += 1) {
      pass(ms)
      await ask(`guess ${guess}`)
      if (guess % 50 === 0) expect((await ask(PASSWORD)).status).toBe(200)
    }
  })

  test('as fast as can be do not refuse a browser that was let in before', async () => {
    const { ask } = pageBehind(PASSWORD)
    const cookie = deviceCookie(await ask(PASSWORD))
    for (let guess = 0; guess < 100; guess += 1) await ask(`guess ${guess}`)
    expect((await ask(PASSWORD)).status).toBe(429)
    expect((await ask(PASSWORD, '', cookie)).status).toBe(200)
  })

  test('by a browser that was let in before are limited too, and by nobody else', async () => {
    const { ask } = pageBehind(PASSWORD)
    const [cookie, other] = [deviceCookie(await ask(PASSWORD)), deviceCookie(await ask(PASSWORD))]
    for (let guess = 0; guess < 5; guess += 1) await ask(`guess ${guess}`, '', cookie)
    expect((await ask(PASSWORD, '', cookie)).status).toBe(429)
    expect((await ask(PASSWORD, '', other)).status).toBe(200)
    expect((await ask(PASSWORD)).status).toBe(200)
  })

  test.each([
    'device=',
    'device=.',
    'device=x.y',
    `device=${'x'.repeat(4000)}`,
    'device=%',
    'device=a; device=b',
  ])('under a made-up cookie, "%s", are those of a stranger', async (cookie) => {
    const { ask } = pageBehind(PASSWORD)
    for (let guess = 0; guess < 5; guess += 1) await ask(`guess ${guess}`)
    expect((await ask(PASSWORD, '', cookie)).status).toBe(429)
  })

  test('are none where no password is sent: browsers open the page without one first', async () => {
    const { ask } = pageBehind(PASSWORD)
    for (let visit = 0; visit < 10; visit += 1) await ask()
    expect((await ask(PASSWORD)).status).toBe(200)
    for (let guess = 0; guess < 10; guess += 1) await ask(`guess ${guess}`)
    expect((await ask()).status).toBe(401)
  })

  test('before the clock was set back by an hour are forgotten', async () => {
    const { ask, pass } = pageBehind(PASSWORD)
    for (let guess = 0; guess < 5; guess += 1) await ask(`guess ${guess}`)
    pass(-3_600_000)
    expect((await ask(PASSWORD)).status).toBe(200)
  })
})

test('the cookie of a browser is for the line alone, and out of reach of scripts', async () => {
  const { ask } = pageBehind(PASSWORD)
  const set = (await ask(PASSWORD)).headers.get('set-cookie') ?? ''
  expect(set).toMatch(/; Path=\/line; HttpOnly; Secure; SameSite=Strict$/)
  expect((await ask('a guess')).headers.has('set-cookie')).toBe(false)
  expect((await ask(PASSWORD, '', set.split(';')[0])).headers.has('set-cookie')).toBe(false)
})
