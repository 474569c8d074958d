/**
 * How often each topic was opened, heard or read to its end, and left before, by month.
 *
 * Each opening is finished or left, so these two are the parts of a month's openings, and its total is shown as one of theirs.
 *
 * @example
 * countTopic(counts, 'bone', joinSpans(months, [quarter, year]), asked) // { slug: 'bone', opened: …, finished: …, left: … }
 */
import { countOn, type DayCounts } from './day-counts.ts'
import { release, shownIn } from './release.ts'
import { type Shown, showCount, showGrowing, showTotal } from './shown.ts'
import { type Days, type Span, smallestIn } from './spans.ts'

export interface TopicCounts {
  readonly slug: string
  readonly opened: Shown
  readonly finished: Shown
  /** Left before the end. */
  readonly left: Shown
}

export function countTopic(
  counts: DayCounts,
  slug: string,
  spans: readonly Span[],
  asked: Days,
): TopicCounts {
  const opened = (days: Days) => countOn(counts, `opened ${slug}`, days)
  // Who hears the last part again finishes twice what was opened once.
  const finished = (days: Days) => Math.min(opened(days), countOn(counts, `finished ${slug}`, days))
  const left = (days: Days) => opened(days) - finished(days)
  const showMonth = (span: Span) =>
    span.growing
      ? showGrowing(opened(span))
      : showTotal(opened(span), [showCount(finished(span)), showCount(left(span))])
  return {
    slug,
    opened: shownIn(release(spans, opened, showMonth), asked),
    finished: shownIn(release(smallestIn(spans), finished), asked),
    left: shownIn(release(smallestIn(spans), left), asked),
  }
}
