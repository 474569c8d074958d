/** Sends a page as a response, and chooses its language from the request. */
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { html } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { ErrorPage } from './errors.tsx'
import { pageContext, type Site } from './site.ts'

export function sendPage(c: Context, locale: string, page: JSX.Element, status: 200 | 400 | 404 | 500 = 200) {
  c.header('content-language', locale)
  return c.html(html`<!doctype html>${page}`, status)
}

export function sendNotFound(c: Context, site: Site) {
  const locale = knownLocale(site, c.req.path.split('/')[1]) ?? bestLocale(c, site)
  return sendPage(c, locale, <ErrorPage page={pageContext(site, locale)} kind="notFound" />, 404)
}

export function sendFailed(c: Context, site: Site) {
  const locale = bestLocale(c, site)
  return sendPage(c, locale, <ErrorPage page={pageContext(site, locale)} kind="failed" />, 500)
}

/** The language of `?language=`, else the best match for Accept-Language, else the line's first. */
export function bestLocale(c: Context, site: Site): string {
  const { locales } = site.line.settings
  const [first = ''] = locales
  return (
    knownLocale(site, c.req.query('language')) ??
    accepts(c, {
      header: 'Accept-Language',
      supports: [...locales],
      default: first,
      match: (wanted) =>
        [...wanted]
          .sort((one, other) => other.q - one.q)
          .flatMap(({ type }) => knownLocale(site, type) ?? knownLocale(site, type.split('-')[0]) ?? [])[0] ??
        first,
    })
  )
}

/** Language tags are case-insensitive (RFC 5646, section 2.1.1). */
export function knownLocale({ line }: Site, tag: string | undefined): string | undefined {
  return line.settings.locales.find((each) => each.toLowerCase() === tag?.toLowerCase())
}
