/** The routes of the pages: public pages in every language; the phone and the counts behind the operator's password. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie } from 'hono/cookie'
import { isOff } from '../../line/offered.ts'
import { PLACE_COOKIE } from '../../twilio/place-cookie.ts'
import { isStoryNumber, signatureFor } from '../../twilio/signature.ts'
import { assetBody } from '../assets.ts'
import type { Deps } from '../deps.ts'
import type { ResponseCache } from '../response-cache.ts'
import { CardPage, papers } from './card.tsx'
import { doctorRoutes } from './doctor.tsx'
import { HomePage } from './home.tsx'
import { infoRoutes } from './info-routes.tsx'
import { PhonePage } from './phone.tsx'
import { reviewRoutes } from './review-routes.tsx'
import { MOST_ASKED, SearchPage } from './search.tsx'
import { bestLocale, knownLocale, pageContent, sendOffToday } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'
import { writeRobots, writeSiteMap } from './site-map.ts'
import { AGREED, AskPage, TopicPage } from './topic.tsx'
import { indexTopics, topicPath } from './topic-paths.ts'
import { usageRoutes } from './usage-routes.tsx'

const FIVE_MINUTES = 'public, max-age=300'
const ONE_YEAR = 'public, max-age=31536000, immutable'
/** In bytes, of a form with one field: a letter of Chinese takes nine in it. */
const LONGEST_QUESTION = 'asked='.length + 9 * MOST_ASKED
const FOR_ROBOTS = [
  ['/robots.txt', 'text/plain; charset=utf-8', writeRobots],
  ['/sitemap.xml', 'application/xml; charset=utf-8', writeSiteMap],
] as const
/** In bytes. A page elsewhere can have the operator's browser post anything here, with the password. */
const LARGEST_FORM = 64 * 1024

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
  const placeCookie = { path: site.base || '/' }
  const home = (c: Context, locale: string) =>
    cache.send(c, `home ${locale}`, () => {
      const page = <HomePage page={pageContext(site, locale)} phoneIsOpen={phoneIsOpen} />
      return pageContent(locale, page, FIVE_MINUTES)
    })

  // Made when the first reader asks: calls and texts are answered even where a node is broken.
  let topics: ReturnType<typeof indexTopics> | undefined
  const findTopic = (locale: string, word: string) => {
    topics ??= indexTopics(site)
    return topics(locale, word)
  }

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
  app.route('/', doctorRoutes(deps, site, cache, guard))
  app.route('/', reviewRoutes(deps, site, cache, guard, pageHeaders))
  app.route('/', infoRoutes(deps, site, cache, FIVE_MINUTES))
  app.get('/:locale', (c, next) => {
    const asked = c.req.param('locale')
    const locale = knownLocale(site, asked)
    if (locale) return home(c, locale)
    // A word from the card, typed after the address.
    const reader = bestLocale(c, site)
    const slug = findTopic(reader, asked)
    if (slug && isOff(site.line, slug)) return sendOffToday(c, site, cache, reader, slug)
    return slug ? c.redirect(site.base + topicPath(pageContext(site, reader), slug)) : next()
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
  app.get('/:locale/:word', (c, next) => {
    const locale = knownLocale(site, c.req.param('locale'))
    const slug = locale && findTopic(locale, c.req.param('word').replaceAll('-', ' '))
    if (!slug) return next()
    if (isOff(site.line, slug)) return sendOffToday(c, site, cache, locale, slug)
    const page = pageContext(site, locale)
    const path = topicPath(page, slug)
    if (c.req.path !== decodeURI(path) && c.req.path !== path) return c.redirect(site.base + path)
    const mustAsk = slug in site.line.guards && c.req.query(AGREED) === undefined
    return cache.send(c, `topic ${locale} ${slug} ${mustAsk}`, () =>
      pageContent(
        locale,
        mustAsk ? <AskPage page={page} slug={slug} /> : <TopicPage page={page} slug={slug} />,
        FIVE_MINUTES,
      ),
    )
  })
  return app
}
