/**
 * What may be shown of one count over time: a tree of spans, each with its total as it is shown.
 *
 * It depends on the counts alone, never on what is asked for, and every answer is added up from it. So nothing can be
 * learned from asking for one range after another, nor from days beside weeks beside months, that is not in it.
 *
 * @example
 * const calls = release(spans, (span) => countIn(span))
 * shownIn(calls, { from, to }) // { atLeast: 41, atMost: 50 }
 */
import { type Shown, showCount, showGrowing, showTotal, sumShown } from './shown.ts'
import { type Days, isBefore, type Span } from './spans.ts'

export interface Released extends Days {
  readonly shown: Shown
  readonly parts: readonly Released[]
}

/** `showSmallest` shows the spans that have no parts. */
export function release(
  spans: readonly Span[],
  countIn: (days: Days) => number,
  showSmallest: (span: Span) => Shown = (span) =>
    span.growing ? showGrowing(countIn(span)) : showCount(countIn(span)),
): readonly Released[] {
  const releaseSpan = (span: Span): Released => {
    const { from, to } = span
    if (span.parts.length === 0) return { from, to, parts: [], shown: showSmallest(span) }
    const parts = span.parts.map(releaseSpan)
    const shown = showTotal(
      countIn(span),
      parts.map((part) => part.shown),
    )
    return { from, to, parts, shown }
  }
  return spans.map(releaseSpan)
}

/** What is shown of some days, from the largest spans that lie within them. */
export function shownIn(released: readonly Released[], days: Days): Shown {
  return sumShown(
    released.flatMap((span) => {
      if (isBefore(span.to, days.from) || isBefore(days.to, span.from)) return []
      const within = !isBefore(span.from, days.from) && !isBefore(days.to, span.to)
      return [within ? span.shown : shownIn(span.parts, days)]
    }),
  )
}
