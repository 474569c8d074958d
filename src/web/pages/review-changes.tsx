/** Of a text whose source has changed since somebody signed it: what was taken out of the source, and what was put in. */

import { phrase } from '../../locale/phrases.ts'
import type { Unit } from '../../review/language.ts'
import { toldPieces } from '../../review/told.ts'
import { wordChanges } from '../../review/word-changes.ts'
import { withoutBreaths } from '../../voice/speech.ts'
import type { ReviewProps } from './review-page.tsx'

interface SourceChangesProps extends ReviewProps {
  readonly unit: Unit
  /** By key, those that stand in place of placeholders. */
  readonly sources: ReadonlyMap<string, string>
  readonly emergency: string
}

const ELEMENTS = { gone: 'del', new: 'ins' } as const

export function SourceChanges({ review, unit, sources, emergency }: SourceChangesProps) {
  const { page, language, source } = review
  const { words } = page
  const { key, row } = unit
  if (!row?.source) return <p>{words(phrase('review.notKept'))}</p>
  const told = (text: string) => {
    const pieces = toldPieces(key, text, sources, emergency)
    return withoutBreaths(pieces.map((piece) => piece.words).join(''))
  }
  const changes = wordChanges(told(row.source), told(unit.source), language.sourceLocale)
  if (changes.every(({ kind }) => kind === 'same')) return <p>{words(phrase('review.sameWords'))}</p>
  const marks = { gone: words(phrase('review.gone')), new: words(phrase('review.new')) }
  return (
    <div class="words changes">
      <p class="of">{words(phrase('review.whatChanged'))}</p>
      <p lang={language.sourceLocale} dir={source?.direction ?? 'auto'}>
        {changes.map(({ kind, words: changed }) => {
          if (kind === 'same') return changed
          const Change = ELEMENTS[kind]
          return (
            <Change>
              {/* Most screen readers say nothing of these elements. */}
              <span class="unseen" lang={page.locale}>
                {` ${marks[kind]} `}
              </span>
              {changed}
            </Change>
          )
        })}
      </p>
    </div>
  )
}
