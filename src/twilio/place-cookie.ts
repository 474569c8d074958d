/**
 * The place in a text conversation, in a cookie that Twilio keeps for it: signed, so that nobody is led to a made-up one.
 *
 * @example
 * const cookie = createPlaceCookie(settings)
 * cookie.read(cookie.write('en/normal/main/bone-2').split(';')[0]) // 'en/normal/main/bone-2'
 */

import { createHmac } from 'node:crypto'
import { parse, serialize } from 'hono/utils/cookie'
import { isSameSecret } from './same-secret.ts'
import { ownCookie, type TwilioSettings } from './webhook-env.ts'

/** Keeps the place in a text conversation. */
export const PLACE_COOKIE = 'place'
/** Twilio itself forgets the cookies of a pair of numbers after four hours (docs/design/twilio.md section 1). */
const SECONDS = 4 * 60 * 60

export function createPlaceCookie(settings: Pick<TwilioSettings, 'secret' | 'publicUrl'>) {
  const { secret } = settings
  // Hono's signed cookies ask Web Crypto, which takes thirty times as long for so few bytes.
  const sign = (place: string) => createHmac('sha256', secret).update(place).digest('base64')
  return {
    /** The place in a `Cookie` header; undefined where there is none, or none of ours. */
    read(header = ''): string | undefined {
      const value = parse(header, PLACE_COOKIE)[PLACE_COOKIE]
      if (!value) return undefined
      const dot = value.lastIndexOf('.')
      const place = value.slice(0, Math.max(0, dot))
      return isSameSecret(value.slice(dot + 1), sign(place)) ? place : undefined
    },
    /** A `Set-Cookie` header. */
    write: (place: string): string =>
      serialize(PLACE_COOKIE, `${place}.${sign(place)}`, {
        ...ownCookie(settings),
        sameSite: 'Lax',
        maxAge: SECONDS,
      }),
  }
}
