/**
 * A token in a form, so that only a form of this server is taken: signed, and good for half a day. A page elsewhere cannot read one.
 *
 * @example
 * const token = createFormToken('operate', settings, Date.now)
 * token.isOurs(token.write()) // true
 */

import { createHmac } from 'node:crypto'
import { isSameSecret } from '../twilio/same-secret.ts'
import type { WebSettings } from './deps.ts'

const LASTS_MS = 12 * 60 * 60_000

/** `form` names it: a token of one form is not good for another. Another password makes all tokens void. */
export function createFormToken(
  form: string,
  { secret, usagePassword }: Pick<WebSettings, 'secret' | 'usagePassword'>,
  now: () => number,
) {
  const sign = (time: string) =>
    createHmac('sha256', secret).update(`form ${form} ${time} ${usagePassword}`).digest('base64url')
  return {
    write(): string {
      const time = String(now())
      return `${time}.${sign(time)}`
    },
    isOurs(token: string): boolean {
      const [time = '', signature = ''] = token.split('.', 2)
      return isSameSecret(signature, sign(time)) && Math.abs(now() - Number(time)) < LASTS_MS
    },
  }
}
