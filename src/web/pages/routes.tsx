/** The routes of all pages but `/operate`: public pages in every language, and those behind the operator's password. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { assetBody } from '../assets.ts'
import type { Deps } from '../deps.ts'
import type { ResponseCache } from '../response-cache.ts'
import { CardPage, papers } from './card.tsx'
import { doctorRoutes } from './doctor.tsx'
import { HomePage } from './home.tsx'
import { infoRoutes } from './info-routes.tsx'
import { phoneRoutes } from './phone-routes.tsx'
import { reviewRoutes } from './review-routes.ts'
import { MOST_ASKED, SearchPage } from './search.tsx'
import { bestLocale, knownLocale, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'
import { writeRobots, writeSiteMap } from './site-map.ts'
import { topicRoutes } from './topic-routes.tsx'
import { usageRoutes } from './usage-routes.tsx'

const FIVE_MINUTES = 'public, max-age=300'
const ONE_YEAR = 'public, max-age=31536000, immutable'
/** In bytes, of a form with one field: a letter of Chinese takes nine in it. */
const LONGEST_QUESTION = 'asked='.length + 9 * MOST_ASKED
const FOR_ROBOTS = [
  ['/robots.txt', 'text/plain; charset=utf-8', writeRobots],
  ['/sitemap.xml', 'application/xml; charset=utf-8', writeSiteMap],
] as const

/** `pageHeaders` are those of every page. */
export function pageRoutes(
  deps: Deps,
  site: Site,
  cache: ResponseCache,
  guard: MiddlewareHandler,
  pageHeaders: MiddlewareHandler,
): Hono {
  const { settings, pagesWait, searchesWait } = deps
  const phoneIsOpen = settings.authTokens.length === 0
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
    const { path, type } = asset
    const headers = { 'content-type': type, 'cache-control': ONE_YEAR, vary: 'Accept-Encoding' }
    return cache.send(c, path, () => ({ body: assetBody(asset), headers }))
  })
  for (const [path, type, write] of FOR_ROBOTS)
    app.get(path, (c) => {
      const make = () => ({
        body: write(site, new URL(settings.publicUrl ?? c.req.url).origin),
        headers: { 'content-type': type, 'cache-control': FIVE_MINUTES },
      })
      // Without PUBLIC_URL they name the host that was asked for, which may be any.
      return settings.publicUrl === null ? cache.sendUncached(c, make()) : cache.send(c, path, make)
    })
  app.route('/', phoneRoutes(settings, site, cache, guard))
  app.route('/', usageRoutes(deps, site, cache, guard))
  app.route('/', doctorRoutes(deps, site, cache, guard))
  app.route('/', reviewRoutes(deps, site, cache, guard, pageHeaders))
  app.route('/', infoRoutes(deps, site, cache, FIVE_MINUTES))
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
  if (searchesWait) app.post('/:locale/search', searchesWait)
  app.post('/:locale/search', pageHeaders, bodyLimit({ maxSize: LONGEST_QUESTION }), async (c, next) => {
    const locale = knownLocale(site, c.req.param('locale'))
    if (!locale) return next()
    const asked = new URLSearchParams(await c.req.text()).get('asked')?.trim().slice(0, MOST_ASKED) ?? ''
    const page = <SearchPage page={pageContext(site, locale)} asked={asked} />
    return cache.sendUncached(c, pageContent(locale, page, 'no-store'))
  })
  app.get('/:locale/search', (c, next) => {
    const locale = knownLocale(site, c.req.param('locale'))
    return locale ? c.redirect(`${site.base}/${locale}`) : next()
  })
  app.route('/', topicRoutes(site, cache, FIVE_MINUTES))
  return app
}
