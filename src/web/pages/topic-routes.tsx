/**
 * The pages of topics, at `/<locale>/<word>`. A word from the card, typed after the address, leads there.
 *
 * @example
 * app.route('/', topicRoutes(site, cache, 'public, max-age=300')) // after all routes that have names of their own
 */
import { Hono } from 'hono'
import { isOff } from '../../line/offered.ts'
import type { ResponseCache } from '../response-cache.ts'
import { bestLocale, knownLocale, pageContent, sendOffToday } from './send-page.tsx'
import { pageContext, type Site } from './site.ts'
import { AGREED, AskPage, TopicPage } from './topic.tsx'
import { indexTopics, topicPath } from './topic-paths.ts'

/** `cacheControl` is that of public pages. */
export function topicRoutes(site: Site, cache: ResponseCache, cacheControl: string): Hono {
  // Made when the first reader asks: calls and texts are answered even where a node is broken.
  let topics: ReturnType<typeof indexTopics> | undefined
  const findTopic = (locale: string, word: string) => {
    topics ??= indexTopics(site)
    return topics(locale, word)
  }
  const app = new Hono()
  app.get('/:word', (c, next) => {
    const reader = bestLocale(c, site)
    const slug = findTopic(reader, c.req.param('word'))
    if (slug && isOff(site.line, slug)) return sendOffToday(c, site, cache, reader, slug)
    return slug ? c.redirect(site.base + topicPath(pageContext(site, reader), slug)) : next()
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
        cacheControl,
      ),
    )
  })
  return app
}
