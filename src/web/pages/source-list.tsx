/** Where the facts are from, each publication once, with its date: of one topic, and of the whole line. */
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
      <ul lang={sourceLocale(line.settings)} dir="auto">
        {publications.map((publication) => (
          <li>
            <Citation publication={publication} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** By publisher, in alphabetical order. Titles are in the language in which authors write the facts. */
export function AllSources({ page: { line } }: PageProps) {
  const locale = sourceLocale(line.settings)
  const byPublisher = new Map<string, Sources[string][]>()
  for (const publication of Object.values(line.sources)) {
    const { publisher } = publication
    byPublisher.set(publisher, [...(byPublisher.get(publisher) ?? []), publication])
  }
  const sorted = [...byPublisher].sort(([a], [b]) => a.localeCompare(b, locale))
  return (
    <ul class="sources" lang={locale} dir="auto">
      {sorted.map(([publisher, publications]) => (
        <li>
          {publisher}
          <ul>
            {publications.map(({ title, date, url }) => (
              <li>
                {url ? <a href={url}>{title}</a> : title}, <span class="date">{date}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

export function Citation({ publication }: { readonly publication: Sources[string] }) {
  const { publisher, title, date, url } = publication
  return (
    <>
      {publisher}, {url ? <a href={url}>{title}</a> : title}, <span class="date">{date}</span>
    </>
  )
}
