/** A page as the content of a response, the pages for what fails, and the choice of a language by the request. */
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Content, type ResponseCache, readAccept } from '../response-cache.ts'
import { ErrorPage, type ErrorStatus, isErrorStatus, OffTodayPage } from './errors.tsx'
import { pageContext, type Site } from './site.ts'

/** By which a browser asks for the password, and knows when to come back. */
const KEPT_HEADERS = ['www-authenticate', 'retry-after']

export function pageContent(
  locale: string,
  page: JSX.Element,
  cacheControl: string,
  status: Content['status'] = 200,
): Content {
  return {
    body: `<!doctype html>${page}`,
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'cache-control': cacheControl,
      vary: 'Accept-Language, Accept-Encoding',
    },
  }
}

/** A table to download. */
export function csvContent(filename: string, body: string): Content {
  return {
    body,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'no-store',
    },
  }
}

/** In the language of the address, such as `/es/nothing`, else in the reader's. */
export function sendError(c: Context, site: Site, cache: ResponseCache, status: ErrorStatus) {
  const locale = knownLocale(site, c.req.path.split('/', 2)[1]) ?? bestLocale(c, site)
  return cache.send(c, `error ${status} ${locale}`, () => {
    const page = <ErrorPage page={pageContext(site, locale)} status={status} />
    return pageContent(locale, page, 'no-cache', status)
  })
}

/**
 * A topic that is off today. RFC 9110, section 15.5.5: 404 leaves open whether a page is gone for now or for good; 503 would tell a
 * monitor that the server fails.
 */
export function sendOffToday(c: Context, site: Site, cache: ResponseCache, locale: string, slug: string) {
  return cache.send(c, `off ${locale} ${slug}`, () =>
    pageContent(locale, <OffTodayPage page={pageContext(site, locale)} slug={slug} />, 'no-cache', 404),
  )
}

/** A refusal as a page for a browser, and as it is for all else: a form of Twilio, a command. */
export function sendRefusal(c: Context, site: Site, cache: ResponseCache, refusal: Response) {
  const { status, headers } = refusal
  const wantsPage = c.req.header('accept')?.includes('text/html') && !c.req.header('x-twilio-signature')
  if (!wantsPage || !isErrorStatus(status)) return refusal
  for (const name of KEPT_HEADERS) c.header(name, headers.get(name) ?? undefined)
  return sendError(c, site, cache, status)
}

/** The language of `?language=`, else the best match for Accept-Language, else the line's first. */
export function bestLocale(c: Context, site: Site): string {
  const wanted = readAccept(c.req.header('accept-language')).filter(({ q }) => q > 0)
  const [first = ''] = site.line.settings.locales
  return (
    knownLocale(site, c.req.query('language')) ??
    wanted.flatMap(
      ({ type }) => knownLocale(site, type) ?? knownLocale(site, type.split('-', 1)[0]) ?? [],
    )[0] ??
    first
  )
}

/** Language tags are case-insensitive (RFC 5646, section 2.1.1). */
export function knownLocale({ line }: Site, tag: string | undefined): string | undefined {
  return line.settings.locales.find((each) => each.toLowerCase() === tag?.toLowerCase())
}
