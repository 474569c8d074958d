/** The routes of the pages: public pages in every language; the phone and the counts behind the operator's password. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import { PLACE_COOKIE } from '../../twilio/place-cookie.ts'
import { isStoryNumber, signatureFor } from '../../twilio/signature.ts'
import type { Deps } from '../deps.ts'
import { CardPage, papers } from './card.tsx'
import { HomePage } from './home.tsx'
import { PhonePage } from './phone.tsx'
import { bestLocale, knownLocale, sendPage } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'
import { usageRoutes } from './usage-routes.tsx'

/** A page may load files of this server only; the icons of Pico (the CSS library) are `data:` images. */
const policy = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
})

const FIVE_MINUTES = 'public, max-age=300'
const ONE_YEAR = 'public, max-age=31536000, immutable'

export function pageRoutes(deps: Deps, site: Site, guard: MiddlewareHandler): Hono {
  const { settings, compress } = deps
  const phoneIsOpen = settings.authTokens.length === 0
  const home = (c: Context, locale: string) => {
    c.header('cache-control', FIVE_MINUTES)
    return sendPage(c, locale, <HomePage page={pageContext(site, locale)} phoneIsOpen={phoneIsOpen} />)
  }

  const app = new Hono()
  app.get('*', policy, ...(compress ? [compress] : []))
  app.get('/', (c) => {
    c.header('vary', 'Accept-Language')
    return home(c, bestLocale(c, site))
  })
  app.get('/assets/:file', (c) => {
    const asset = site.assets.find(({ path }) => path === c.req.path)
    if (!asset) return c.notFound()
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': ONE_YEAR })
  })
  app.get('/phone', guard, (c) => {
    // Opening the page starts a new conversation, so the position of the last one is deleted.
    deleteCookie(c, PLACE_COOKIE)
    c.header('cache-control', 'no-store')
    const locale = bestLocale(c, site)
    return sendPage(c, locale, <PhonePage page={pageContext(site, locale)} />)
  })
  app.post('/phone/anew', guard, (c) => {
    deleteCookie(c, PLACE_COOKIE)
    return c.body(null, 204)
  })
  app.post('/phone/signature', guard, async (c) => {
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()))
    if (!isStoryNumber(form.From))
      return c.text('Only a number kept for stories, such as +15555550111, may call from this page.', 400)
    return c.text(signatureFor(settings, c.req.query('path') ?? '', form))
  })
  app.route('/', usageRoutes(deps, site, guard))
  app.get('/:locale', (c, next) => {
    const locale = knownLocale(site, c.req.param('locale'))
    return locale ? home(c, locale) : next()
  })
  app.get('/:locale/card', (c, next) => {
    const locale = knownLocale(site, c.req.param('locale'))
    if (!locale) return next()
    c.header('cache-control', FIVE_MINUTES)
    const paper = papers.find((each) => each === c.req.query('paper')) ?? 'a4'
    return sendPage(c, locale, <CardPage page={pageContext(site, locale)} paper={paper} />)
  })
  return app
}
