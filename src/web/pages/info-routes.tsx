/** The routes of the pages about the line itself; without a language in the address, the way to the reader's. */
import { type Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { ResponseCache } from '../response-cache.ts'
import { InfoPage } from './info.tsx'
import { infoNames } from './info-names.ts'
import { bestLocale, knownLocale, pageContent } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'
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
  return app
}
