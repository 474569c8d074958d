/** The pages: public ones in every language, and the phone and the counts for whoever has the operator's password. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import { PLACE_COOKIE } from '../../twilio/place-cookie.ts'
import { isStoryNumber, signatureFor } from '../../twilio/signature.ts'
import type { Deps } from '../deps.ts'
import { Card, papers } from './card.tsx'
import { Home } from './home.tsx'
import { Phone } from './phone.tsx'
import { bestLocale, knownLocale, sendPage } from './send-page.tsx'
import { reading, type Site } from './site.ts'
import { usageRoutes } from './usage-routes.tsx'

/** A page may load what this server gives it, and nothing else; Pico's icons are `data:` images. */
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
const FOR_GOOD = 'public, max-age=31536000, immutable'

export function pageRoutes(deps: Deps, site: Site, guard: MiddlewareHandler): Hono {
  const { settings, compress } = deps
  const mayTry = settings.authTokens.length === 0
  const home = (c: Context, locale: string) => {
    c.header('cache-control', FIVE_MINUTES)
    return sendPage(c, locale, <Home reading={reading(site, locale)} mayTry={mayTry} />)
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
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': FOR_GOOD })
  })
  app.get('/phone', guard, (c) => {
    // Opening the page begins a new conversation, so what is left of an old one goes.
    deleteCookie(c, PLACE_COOKIE)
    c.header('cache-control', 'no-store')
    const locale = bestLocale(c, site)
    return sendPage(c, locale, <Phone reading={reading(site, locale)} />)
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
    return sendPage(c, locale, <Card reading={reading(site, locale)} paper={paper} />)
  })
  return app
}
