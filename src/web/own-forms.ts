/**
 * Tells a form of this server from one that a page of another site sends with the operator's password: browsers say where a form
 * comes from, by `Sec-Fetch-Site` or by `Origin`.
 *
 * @example
 * const isOwnForm = ownForms(settings)
 * if (!(await isOwnForm(c))) return c.text(words(otherSite(c, settings)), 403)
 */
import type { Context } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import type { WebSettings } from './deps.ts'

export function ownForms({ publicUrl }: Pick<WebSettings, 'publicUrl'>): (c: Context) => Promise<boolean> {
  const known = publicUrl === null ? null : new URL(publicUrl).origin
  const check = csrf({ origin: (origin, c) => origin === known || origin === new URL(c.req.url).origin })
  return async (c) => {
    try {
      await check(c, async () => {})
      return true
    } catch (error) {
      if (error instanceof HTTPException) return false
      throw error
    }
  }
}

/** The sentence for a form that was refused. It names the right address: a proxy may give this server a second name, at which every form is refused. */
export function otherSite(c: Context, { publicUrl }: Pick<WebSettings, 'publicUrl'>): Wording {
  const address = publicUrl ?? new URL(c.req.url).origin
  return phrase('info.otherSite', { address: address + c.req.path.replace(/\/reload$/, '') })
}
