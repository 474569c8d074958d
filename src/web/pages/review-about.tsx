/** Facts about a text on the review page: its length, who has signed it, and its sources. */
import { sourceLocale } from '../../flow/settings.ts'
import type { TopicNode } from '../../flow/topic.ts'
import type { LocaleSettings } from '../../locale/locale-settings.ts'
import { phrase } from '../../locale/phrases.ts'
import { nodeOf } from '../../locale/told-texts.ts'
import type { Language, Unit } from '../../review/language.ts'
import { textPlace } from '../../review/notes.ts'
import type { ToldPiece } from '../../review/told.ts'
import { countSegments } from '../../sms/segments.ts'
import { secondsOf } from '../../voice/seconds.ts'
import { spokenBy } from '../../voice/spoken-language.ts'
import type { PageProps } from './site.ts'
import { Citation } from './source-list.tsx'

export function Length({
  page,
  unit: { key, text },
  told,
  settings,
  locale,
}: PageProps & {
  readonly unit: Unit
  readonly told: readonly ToldPiece[]
  readonly settings: LocaleSettings | undefined
  readonly locale: string
}) {
  const { channel } = textPlace(key, {})
  if (!channel || text === undefined) return null
  const whole = told.map(({ words }) => words).join('')
  const length =
    channel === 'voice'
      ? phrase('review.seconds', { seconds: Math.round(secondsOf(whole, spokenBy(locale, settings))) })
      : phrase('review.segments', { segments: countSegments(whole), characters: [...whole].length })
  return <span>{page.words(length)}</span>
}

/** A signature that no longer holds is named too. */
export function SignedBy({ page, unit: { row, state } }: PageProps & { readonly unit: Unit }) {
  if (!row || row.state === 'draft') return null
  const { by, when } = row
  const sentence = state === 'draft' ? 'review.textChanged' : 'review.signedBy'
  return <span>{page.words(phrase(sentence, { by, when }))}</span>
}

/** Each cites its publications by their numbers in the list at the end of the page. */
export function Facts({
  page,
  textKey,
  nodes,
  sources,
}: PageProps & {
  readonly textKey: string
  readonly nodes: Language['nodes']
  readonly sources: readonly string[]
}) {
  const { line, words } = page
  const facts = factsOf(nodes, textKey)
  if (facts.length === 0) return null
  return (
    <details>
      <summary>
        {words(phrase('script.sources'))} ({facts.length})
      </summary>
      <ul lang={sourceLocale(line.settings)} dir="auto">
        {facts.map(({ note, sources: ids }) => (
          <li>
            {note}
            {ids.map((id) => {
              const number = sources.indexOf(id) + 1
              return (
                <>
                  {' '}
                  <a href={`#source-${number}`}>[{number}]</a>
                </>
              )
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The publications of a page, each once: several of its texts rest on the same one. A link to one opens the list (HTML, ancestor details revealing). */
export function CitedSources({ page, sources }: PageProps & { readonly sources: readonly string[] }) {
  const { line, words } = page
  if (sources.length === 0) return null
  return (
    <details class="cited">
      <summary>
        {words(phrase('review.sources'))} ({sources.length})
      </summary>
      <ol lang={sourceLocale(line.settings)} dir="auto">
        {sources.map((id, index) => {
          const publication = line.sources[id]
          return (
            <li id={`source-${index + 1}`} tabindex={-1}>
              {publication ? <Citation publication={publication} /> : id}
            </li>
          )
        })}
      </ol>
    </details>
  )
}

/** The ids of the publications that the facts of some texts rest on. */
export function sourcesOf(nodes: Language['nodes'], units: readonly Unit[]): readonly string[] {
  const facts = units.flatMap(({ key }) => factsOf(nodes, key))
  return [...new Set(facts.flatMap(({ sources }) => sources))]
}

/** What a text says that needs a source. */
function factsOf(nodes: Language['nodes'], key: string): TopicNode['facts'] {
  const node = nodes[nodeOf(key) ?? '']
  const { channel, part } = textPlace(key, nodes)
  if (node?.kind !== 'topic' || !channel || !part) return []
  return node.facts.filter((fact) => [fact[channel]].flat().includes(part.name))
}
