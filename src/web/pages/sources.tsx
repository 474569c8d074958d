/**
 * `/<locale>/sources`, the menus with their topics, and `/<locale>/sources/<menu>`, the sources of each topic of one: all on one page
 * are a tenth of a megabyte. A topic's sources are at its slug, as in `/en/sources/signs#bone`.
 */
import { sourceLocale } from '../../flow/settings.ts'
import { isOffered, topicBehind } from '../../line/offered.ts'
import { nodeText } from '../../line/place.ts'
import { readingOrder } from '../../line/reading-order.ts'
import { phrase } from '../../locale/phrases.ts'
import { Layout } from './layout.tsx'
import { type PageContext, type PageProps, titleWithName } from './site.ts'
import { publicationsOf, SourceRows } from './source-list.tsx'
import { topicPath } from './topic-paths.ts'

interface MenuProps extends PageProps {
  readonly menu: SourcedMenu
}

interface SourcedMenu {
  readonly slug: string
  /** The slugs of its topics that have sources. */
  readonly topics: readonly string[]
}

/** The menus in the order a caller meets them, with their own topics that the language has; a topic of two menus is in the first. */
export function sourcedMenus({ line, locale }: Pick<PageContext, 'line' | 'locale'>): readonly SourcedMenu[] {
  const met = new Set<string>()
  return readingOrder(line).flatMap((slug) => {
    const node = line.nodes[slug]
    const options = node?.kind === 'menu' ? node.options.map(({ to }) => to) : []
    const topics = options
      .map((to) => topicBehind(line, to))
      .filter((to) => !met.has(to) && isOffered(line, locale, to) && publicationsOf(line, to).length > 0)
    for (const topic of topics) met.add(topic)
    return topics.length > 0 ? [{ slug, topics }] : []
  })
}

/** The way to the sources of each topic. */
export function SourceMenus({ page }: PageProps) {
  const { base, locale, words } = page
  return sourcedMenus(page).map(({ slug, topics }) => (
    <section aria-labelledby={slug}>
      <h2 id={slug}>
        <a href={`${base}${menuPath(locale, slug)}`}>{words(nodeText(slug, 'title'))}</a>
      </h2>
      <ul class="jumps">
        {topics.map((topic) => (
          <li>
            <a href={`${base}${menuPath(locale, slug)}#${topic}`}>{words(nodeText(topic, 'title'))}</a>
          </li>
        ))}
      </ul>
    </section>
  ))
}

export function MenuSourcesPage({ page, menu: { slug, topics } }: MenuProps) {
  const { line, base, locale, words } = page
  const title = `${words(phrase('script.sources'))}: ${words(nodeText(slug, 'title'))}`
  return (
    <Layout
      page={page}
      title={titleWithName(page, title)}
      description={words(phrase('page.description', { name: line.settings.name }))}
      pathFor={(each) => (hasMenu(page, each, slug) ? menuPath(each, slug) : `/${each}/sources`)}
    >
      <h1>{title}</h1>
      {topics.map((topic) => (
        <section aria-labelledby={topic}>
          <h2 id={topic}>
            <a href={base + topicPath(page, topic)}>{words(nodeText(topic, 'title'))}</a>
          </h2>
          <SourceRows publications={publicationsOf(line, topic)} locale={sourceLocale(line.settings)} />
        </section>
      ))}
      <p>
        <a href={`${base}/${locale}/sources`}>{words(phrase('info.sources'))}</a>
      </p>
    </Layout>
  )
}

function hasMenu({ line }: PageContext, locale: string, slug: string): boolean {
  return sourcedMenus({ line, locale }).some((menu) => menu.slug === slug)
}

function menuPath(locale: string, slug: string): string {
  return `/${locale}/sources/${slug}`
}
