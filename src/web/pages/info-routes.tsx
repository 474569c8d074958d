/** The routes of the pages about the line itself; without a language in the address, the way to the reader's. */
import { type Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { ResponseCache } from '../response-cache.ts'
import { InfoPage } from './info.tsx'
import { infoNames } from './info-names.ts'
import { bestLocale, knownLocale, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'
import { MenuSourcesPage, sourcedMenus } from './sources.tsx'
import { StatusPage } from './status.tsx'

/** `cacheControl` is that of public pages. */
export function infoRoutes(
  { usage, now }: Pick<Deps, 'usage' | 'now'>,
  site: Site,
  cache: ResponseCache,
  cacheControl: string,
): Hono {
  const sendStatus = async (c: Context, locale: string) => {
    const countsWork = (await usage.check()) === null
    const page = <StatusPage page={pageContext(site, locale)} countsWork={countsWork} now={now()} />
    return cache.sendUncached(c, pageContent(locale, page, 'no-store'))
  }
  const app = new Hono()
  for (const name of infoNames) {
    app.get(`/${name}`, (c) => {
      c.header('vary', 'Accept-Language')
      return c.redirect(`${site.base}/${bestLocale(c, site)}/${name}`)
    })
    app.get(`/:locale/${name}`, (c, next) => {
      const locale = knownLocale(site, c.req.param('locale'))
      if (!locale) return next()
      if (name === 'status') return sendStatus(c, locale)
      return cache.send(c, `${name} ${locale}`, () =>
        pageContent(locale, <InfoPage page={pageContext(site, locale)} name={name} />, cacheControl),
      )
    })
  }
  app.get('/:locale/sources/:menu', (c, next) => {
    const locale = knownLocale(site, c.req.param('locale'))
    const menu =
      locale && sourcedMenus({ line: site.line, locale }).find(({ slug }) => slug === c.req.param('menu'))
    if (!menu) return next()
    return cache.send(c, `sources ${menu.slug} ${locale}`, () =>
      pageContent(locale, <MenuSourcesPage page={pageContext(site, locale)} menu={menu} />, cacheControl),
    )
  })
  return app
}
