/**
 * Asks for the operator's password before what is not for everybody: `/usage`, `/phone`. The browser asks for a name too,
 * and any will do. In the demo, which only its own machine can reach, nothing is asked unless a password is set.
 *
 * Guesses are limited by device cookies (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"): a browser that
 * has given the right password gets a cookie, and each device has wrong passwords of its own; all that have no cookie have
 * theirs together, because behind a proxy they have one address. So a person who guesses locks nobody out who was let in.
 *
 * @example
 * app.use('/usage', passwordGuard(settings, () => Date.now()))
 */

import { createHmac, randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { basicAuth } from 'hono/basic-auth'
import { getCookie, setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { LRUCache } from 'lru-cache'
import { isSameSecret } from '../twilio/same-secret.ts'
import { ownCookie } from '../twilio/webhook-env.ts'
import type { WebSettings } from './deps.ts'

/** One device, or all strangers together, may be wrong once a second, and five times at once: that refuses nobody who mistypes. */
const INTERVAL_MS = 1000
const MOST_AT_ONCE = 5
const DEVICE_COOKIE = 'device'
const DEVICE_SECONDS = 365 * 24 * 60 * 60
const MOST_DEVICES = 1000
const STRANGERS = ''

/** One guard serves all that it protects, so that wrong passwords are counted together. */
export function passwordGuard(settings: WebSettings, now: () => number): MiddlewareHandler {
  const { usagePassword, authTokens, secret } = settings
  if (!usagePassword) return authTokens.length === 0 ? (_c, next) => next() : async (c) => c.notFound()
  /** By device, when its last wrong password is paid for, at one interval each (GCRA, as in ATM's traffic control). */
  const paidFrom = new LRUCache<string, number>({ max: MOST_DEVICES })
  const signatureOf = (id: string) =>
    createHmac('sha256', secret).update(`device ${id} ${usagePassword}`).digest('base64url')

  const deviceOf = (c: Context): string => {
    const [id = '', signature = ''] = getCookie(c, DEVICE_COOKIE)?.split('.', 2) ?? []
    return isSameSecret(signature, signatureOf(id)) ? id : STRANGERS
  }
  const remember = (c: Context) => {
    const id = randomUUID()
    setCookie(c, DEVICE_COOKIE, `${id}.${signatureOf(id)}`, {
      ...ownCookie(settings),
      sameSite: 'Strict',
      maxAge: DEVICE_SECONDS,
    })
  }
  return basicAuth({
    realm: 'Plainline',
    invalidUserMessage: 'The password is missing or wrong.',
    // At once, without a promise: passwords sent at the same time must not all be compared before one is counted as wrong.
    verifyUser: (_name, password, c) => {
      const device = deviceOf(c)
      const due = (paidFrom.get(device) ?? 0) - now()
      // More than can be due: the clock was set back.
      const waitMs = due > MOST_AT_ONCE * INTERVAL_MS ? 0 : Math.max(0, due)
      if (waitMs > (MOST_AT_ONCE - 1) * INTERVAL_MS) throw tooManyWrong()
      const isRight = isSameSecret(password, usagePassword)
      if (!isRight) paidFrom.set(device, now() + waitMs + INTERVAL_MS)
      else if (device === STRANGERS) remember(c)
      return isRight
    },
  })
}

/** The figures have a credential of their own, so that a person who guesses the password cannot blind an alarm. */
export function metricsGuard({ metricsToken }: WebSettings, password: MiddlewareHandler): MiddlewareHandler {
  if (!metricsToken) return password
  return async function askForToken(c, next) {
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    if (isSameSecret(token, metricsToken)) return next()
    return c.text('Send METRICS_TOKEN as a bearer token.', 401, { 'www-authenticate': 'Bearer' })
  }
}

function tooManyWrong(): HTTPException {
  const headers = { 'retry-after': String(INTERVAL_MS / 1000) }
  const res = new Response('Too many wrong passwords. Try again in a second.', { status: 429, headers })
  return new HTTPException(429, { res })
}
