/**
 * `/phone`, behind the operator's password: the page, and what its script asks for: a new conversation, and the signature of a form.
 *
 * @example
 * app.route('/', phoneRoutes(settings, site, cache, guard))
 */
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie } from 'hono/cookie'
import { PLACE_COOKIE } from '../../twilio/place-cookie.ts'
import { isStoryNumber, signatureFor } from '../../twilio/signature.ts'
import type { WebSettings } from '../deps.ts'
import type { ResponseCache } from '../response-cache.ts'
import { PhonePage } from './phone.tsx'
import { bestLocale, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'

/** In bytes. A page elsewhere can have the operator's browser post anything here, with the password. */
const LARGEST_FORM = 64 * 1024

export function phoneRoutes(
  settings: WebSettings,
  site: Site,
  cache: ResponseCache,
  guard: MiddlewareHandler,
): Hono {
  const placeCookie = { path: site.base || '/' }
  const app = new Hono()
  app.get('/phone', guard, (c) => {
    // Opening the page starts a new conversation, so the position of the last one is deleted.
    deleteCookie(c, PLACE_COOKIE, placeCookie)
    const locale = bestLocale(c, site)
    return cache.send(c, `phone ${locale}`, () =>
      pageContent(locale, <PhonePage page={pageContext(site, locale)} />, 'no-store'),
    )
  })
  app.post('/phone/anew', guard, (c) => {
    deleteCookie(c, PLACE_COOKIE, placeCookie)
    return c.body(null, 204)
  })
  app.post('/phone/signature', guard, bodyLimit({ maxSize: LARGEST_FORM }), async (c) => {
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()))
    if (!isStoryNumber(form.From))
      return c.text('Only a number kept for stories, such as +15555550111, may call from this page.', 400)
    return c.text(signatureFor(settings, c.req.query('path') ?? '', form))
  })
  return app
}
