/** What there is to say of a text beside its words: how long it is, who has signed it, and who says so. */
import { sourceLocale } from '../../flow/settings.ts'
import type { LocaleSettings } from '../../locale/locale-settings.ts'
import { phrase } from '../../locale/phrases.ts'
import { citeFact } from '../../review/cite-fact.ts'
import type { Language, Unit } from '../../review/language.ts'
import { placeOf } from '../../review/notes.ts'
import type { ToldPiece } from '../../review/told.ts'
import { countSegments } from '../../sms/segments.ts'
import { secondsOf } from '../../voice/seconds.ts'
import { spokenBy } from '../../voice/spoken-language.ts'
import type { PageProps } from './site.ts'

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
  const { channel } = placeOf(key, {})
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

export function Facts({
  page,
  textKey,
  nodes,
}: PageProps & { readonly textKey: string; readonly nodes: Language['nodes'] }) {
  const { line, words } = page
  const node = nodes[textKey.split('.')[1] ?? '']
  const { channel, part } = placeOf(textKey, nodes)
  if (node?.kind !== 'topic' || !channel || !part) return null
  const facts = node.facts.filter((fact) => [fact[channel]].flat().includes(part.name))
  if (facts.length === 0) return null
  return (
    <details>
      <summary>
        {words(phrase('script.sources'))} ({facts.length})
      </summary>
      <ul lang={sourceLocale(line.settings)} dir="auto">
        {facts.map((fact) => (
          <li>{citeFact(line, fact)}</li>
        ))}
      </ul>
    </details>
  )
}
