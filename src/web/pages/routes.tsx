/** The routes of the pages: public pages in every language; the phone and the counts behind the operator's password. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie } from 'hono/cookie'
import { PLACE_COOKIE } from '../../twilio/place-cookie.ts'
import { isStoryNumber, signatureFor } from '../../twilio/signature.ts'
import type { Deps } from '../deps.ts'
import type { ResponseCache } from '../response-cache.ts'
import { CardPage, papers } from './card.tsx'
import { HomePage } from './home.tsx'
import { PhonePage } from './phone.tsx'
import { bestLocale, knownLocale, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'
import { usageRoutes } from './usage-routes.tsx'

const FIVE_MINUTES = 'public, max-age=300'
const ONE_YEAR = 'public, max-age=31536000, immutable'
/** In bytes. A page elsewhere can have the operator's browser post anything here, with the password. */
const LARGEST_FORM = 64 * 1024

export function pageRoutes(deps: Deps, site: Site, cache: ResponseCache, guard: MiddlewareHandler): Hono {
  const { settings, pagesWait } = deps
  const phoneIsOpen = settings.authTokens.length === 0
  const placeCookie = { path: site.base || '/' }
  const home = (c: Context, locale: string) =>
    cache.send(c, `home ${locale}`, () => {
      const page = <HomePage page={pageContext(site, locale)} phoneIsOpen={phoneIsOpen} />
      return pageContent(locale, page, FIVE_MINUTES)
    })

  const app = new Hono()
  if (pagesWait) app.get('*', pagesWait)
  app.get('/', (c) => home(c, bestLocale(c, site)))
  app.get('/assets/:file', (c) => {
    const asset = site.assets.find(({ path }) => path === c.req.path)
    if (!asset) return c.notFound()
    const { path, body, type } = asset
    const headers = { 'content-type': type, 'cache-control': ONE_YEAR, vary: 'Accept-Encoding' }
    return cache.send(c, path, () => ({ body, headers }))
  })
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
  app.route('/', usageRoutes(deps, site, cache, guard))
  app.get('/:locale', (c, next) => {
    const locale = knownLocale(site, c.req.param('locale'))
    return locale ? home(c, locale) : next()
  })
  app.get('/:locale/card', (c, next) => {
    const locale = knownLocale(site, c.req.param('locale'))
    if (!locale) return next()
    const paper = papers.find((each) => each === c.req.query('paper')) ?? 'a4'
    return cache.send(c, `card ${locale} ${paper}`, () =>
      pageContent(locale, <CardPage page={pageContext(site, locale)} paper={paper} />, FIVE_MINUTES),
    )
  })
  return app
}
