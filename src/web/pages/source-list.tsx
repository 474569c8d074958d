/** Where the facts of a topic are from, each publication once, with its date. */
import { sourceLocale } from '../../flow/settings.ts'
import type { Sources } from '../../flow/sources.ts'
import type { TopicNode } from '../../flow/topic.ts'
import { phrase } from '../../locale/phrases.ts'
import type { PageProps } from './site.ts'

export function SourceList({ page, node }: PageProps & { readonly node: TopicNode }) {
  const { line, words } = page
  const ids = [...new Set(node.facts.flatMap(({ sources }) => sources))]
  const publications = ids.flatMap((id) => line.sources[id] ?? [])
  if (publications.length === 0) return null
  return (
    <details class="sources">
      <summary>{words(phrase('script.sources'))}</summary>
      <Publications publications={publications} locale={sourceLocale(line.settings)} />
    </details>
  )
}

interface PublicationsProps {
  readonly publications: readonly Sources[string][]
  /** The language in which authors write the facts, and these titles. */
  readonly locale: string
}

export function Publications({ publications, locale }: PublicationsProps) {
  return (
    <ul lang={locale} dir="auto">
      {publications.map(({ publisher, title, date, url }) => (
        <li>
          {publisher}, {url ? <a href={url}>{title}</a> : title}, {date}
        </li>
      ))}
    </ul>
  )
}
