/**
 * What search engines read: `/robots.txt`, and `/sitemap.xml` with every public page in each language that has it. Phones in the browser, counts
 * and answers to calls are not for them.
 *
 * @example
 * writeSiteMap(site, 'https://line.example.org') // '<?xml …><urlset …><url><loc>https://line.example.org/es/hueso</loc>…'
 */
import { html, raw } from 'hono/html'
import { isOffered } from '../../line/offered.ts'
import { infoNames } from './info-names.ts'
import { pageContext, type Site } from './site.ts'
import { topicPath, topicSlugs } from './topic-paths.ts'

const CLOSED = ['/phone', '/usage', '/voice', '/sms', '/metrics']

/** `origin` is the scheme and host under which the site is reached. */
export function writeRobots({ base }: Site, origin: string): string {
  const closed = CLOSED.map((path) => `Disallow: ${base}${path}`)
  return ['User-agent: *', ...closed, `Sitemap: ${origin}${base}/sitemap.xml`, ''].join('\n')
}

export function writeSiteMap(site: Site, origin: string): string {
  const { line, base } = site
  const pages = line.settings.locales.map((locale) => pageContext(site, locale))
  // Those that ask first are found from the others.
  const open = topicSlugs(line).filter((slug) => !(slug in line.guards))
  const addresses = [
    ...['', ...infoNames.map((name) => `/${name}`), '/card'].map((path) =>
      pages.map(({ locale }) => [locale, `/${locale}${path}`] as const),
    ),
    ...open.map((slug) =>
      pages
        .filter(({ locale }) => isOffered(line, locale, slug))
        .map((page) => [page.locale, topicPath(page, slug)] as const),
    ),
  ]
  const entries = addresses.flatMap((inAll) => {
    const links = inAll.map(
      ([locale, path]) =>
        html`<xhtml:link rel="alternate" hreflang="${locale}" href="${origin + base + path}"/>`,
    )
    return inAll.map(([, path]) => html`<url><loc>${origin + base + path}</loc>${links}</url>`)
  })
  return String(
    html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries}</urlset>`,
  )
}
