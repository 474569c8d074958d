/** Where the facts of a topic are from, each publication once, with its date. */
import { sourceLocale } from '../../flow/settings.ts'
import type { Sources } from '../../flow/sources.ts'
import type { TopicNode } from '../../flow/topic.ts'
import type { Line } from '../../line/line.ts'
import { phrase } from '../../locale/phrases.ts'
import type { PageProps } from './site.ts'

type Publication = Sources[string]

export function SourceList({ page, node }: PageProps & { readonly node: TopicNode }) {
  const { line, words } = page
  const publications = publicationsIn(line, node)
  if (publications.length === 0) return null
  return (
    <details class="sources">
      <summary>{words(phrase('script.sources'))}</summary>
      <SourceRows publications={publications} locale={sourceLocale(line.settings)} />
    </details>
  )
}

/** Titles are in the language in which authors write the facts. */
export function SourceRows({
  publications,
  locale,
}: {
  readonly publications: readonly Publication[]
  readonly locale: string
}) {
  return (
    <ul class="sources" lang={locale} dir="auto">
      {publications.map((publication) => (
        <li>
          <Citation publication={publication} />
        </li>
      ))}
    </ul>
  )
}

export function Citation({ publication }: { readonly publication: Publication }) {
  const { publisher, title, date, url } = publication
  return (
    <>
      {publisher}, {url ? <a href={url}>{title}</a> : title}, <span class="date">{date}</span>
    </>
  )
}

/** Of a topic; none of any other node. */
export function publicationsOf(line: Line, slug: string): readonly Publication[] {
  const node = line.nodes[slug]
  return node?.kind === 'topic' ? publicationsIn(line, node) : []
}

function publicationsIn({ sources }: Line, { facts }: TopicNode): readonly Publication[] {
  const ids = [...new Set(facts.flatMap((fact) => fact.sources))]
  return ids.flatMap((id) => sources[id] ?? [])
}
