/**
 * Asks for the operator's password before what is not for everybody: `/usage`, `/phone`, `/metrics`. The browser asks for a
 * name too, and any will do. In the demo, which only its own machine can reach, nothing is asked unless a password is set.
 *
 * After five wrong passwords in a minute nobody is let in until the first is a minute old, not even by the right one:
 * behind a proxy all who ask have the same address. Calls and texts are answered all the same.
 *
 * @example
 * app.use('/usage', passwordGuard(settings, () => Date.now()))
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { basicAuth } from 'hono/basic-auth'
import { every } from 'hono/combine'
import type { WebSettings } from './deps.ts'

const MOST_WRONG = 5
const REMEMBERED_MS = 60_000

/** One guard serves all that it protects, so that wrong passwords are counted together. */
export function passwordGuard(
  { usagePassword, authTokens }: WebSettings,
  now: () => number,
): MiddlewareHandler {
  if (!usagePassword) return authTokens.length === 0 ? (_c, next) => next() : async (c) => c.notFound()
  let wrong: readonly number[] = []

  const slowDown: MiddlewareHandler = async (c, next) => {
    wrong = wrong.filter((time) => Math.abs(now() - time) < REMEMBERED_MS)
    const [first] = wrong
    if (first === undefined || wrong.length < MOST_WRONG) return next()
    const seconds = Math.ceil((first + REMEMBERED_MS - now()) / 1000)
    return c.text('Too many wrong passwords. Try again in a minute.', 429, {
      'retry-after': String(seconds),
    })
  }
  const ask = basicAuth({
    realm: 'Plainline',
    invalidUserMessage: 'The password is missing or wrong.',
    // At once, without a promise: passwords sent at the same time must not all be compared before one is counted as wrong.
    verifyUser: (_name, password) => {
      // Takes the same time wherever the two differ.
      const right = timingSafeEqual(digest(password), digest(usagePassword))
      if (!right) wrong = [...wrong, now()]
      return right
    },
  })
  return every(slowDown, ask)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
