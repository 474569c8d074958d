/**
 * The operator's report, made from what may be shown and from nothing else.
 *
 * Calls, texts, people asked for and words not understood are shown by day, week or month. The rest is shown for whole
 * months: by day it would be small numbers only. Texts are the sum of what is shown of each language, so that no
 * language can be worked out from the others.
 *
 * @example
 * const report = makeReport(counts, range, today, line)
 * report.total.calls // { atLeast: 152, atMost: 152 }
 */

import type { Line } from '../line/line.ts'
import { readingOrder } from '../line/reading-order.ts'
import { type CallHours, countCallHours } from './call-hours.ts'
import { countOn, type DayCounts } from './day-counts.ts'
import { aroundOf, type Range } from './range.ts'
import { release, shownIn } from './release.ts'
import { type Shown, sumShown } from './shown.ts'
import {
  type Day,
  type Days,
  joinSpans,
  month,
  quarter,
  smallestSpans,
  spansTouching,
  weekInMonth,
  wholeSpans,
  year,
} from './spans.ts'
import { countTopic, type TopicCounts } from './topic-counts.ts'

export interface Report {
  /** As it was asked for. */
  readonly range: Range
  /** The days, weeks or months of the range, whole. */
  readonly periods: readonly PeriodCounts[]
  /** All these periods together. */
  readonly total: PeriodCounts
  /** The whole months of the range, of which all that follows is shown. */
  readonly months: Days
  readonly languages: readonly LanguageCounts[]
  readonly topics: readonly TopicCounts[]
  readonly callHours: CallHours
}

export interface PeriodCounts extends Days {
  readonly calls: Shown
  readonly texts: Shown
  /** A person was asked for. */
  readonly person: Shown
  /** Words that matched nothing. */
  readonly unmatched: Shown
}

export interface LanguageCounts {
  readonly locale: string
  /** Chosen in a call. */
  readonly chosen: Shown
  readonly texts: Shown
}

/** The days that a report is made from: whole months, of which every report then shows the same. */
export function daysToCount(range: Range): Days {
  return wholeSpans(wholeSpans(range, aroundOf[range.by]), month)
}

/** `counts` holds the days to count; `today` has not ended yet. */
export function makeReport(counts: DayCounts, range: Range, today: Day, line: Line): Report {
  const allDays = smallestSpans(daysToCount(range), aroundOf.day, today)
  const days = joinSpans(allDays, [weekInMonth, month, quarter, year])
  const asked = wholeSpans(range, month)
  const months = smallestSpans(asked, month, today)
  const releaseDays = (series: string) => release(days, (each) => countOn(counts, series, each))
  const years = joinSpans(months, [quarter, year])
  const releaseMonths = (series: string) => release(years, (each) => countOn(counts, series, each))

  const calls = releaseDays('calls')
  const person = releaseDays('person')
  const unmatched = releaseDays('unmatched')
  const languages = localesIn(counts, line).map((locale) => ({
    locale,
    chosen: releaseMonths(`chosen ${locale}`),
    texts: releaseDays(`texts ${locale}`),
  }))
  const countPeriod = (period: Days): PeriodCounts => ({
    from: period.from,
    to: period.to,
    calls: shownIn(calls, period),
    texts: sumShown(languages.map(({ texts }) => shownIn(texts, period))),
    person: shownIn(person, period),
    unmatched: shownIn(unmatched, period),
  })
  return {
    range,
    periods: spansTouching(range, aroundOf[range.by]).map(countPeriod),
    total: countPeriod(wholeSpans(range, aroundOf[range.by])),
    months: asked,
    languages: languages.map(({ locale, chosen, texts }) => ({
      locale,
      chosen: shownIn(chosen, asked),
      texts: shownIn(texts, asked),
    })),
    topics: readingOrder(line)
      .filter((slug) => line.nodes[slug]?.kind === 'topic')
      .map((slug) => countTopic(counts, slug, years, asked)),
    callHours: countCallHours(counts, months, (each) => shownIn(calls, each)),
  }
}

/** Those of the line, and those that it offered when something was counted. */
function localesIn(counts: DayCounts, line: Line): readonly string[] {
  const counted = [...counts.keys()].flatMap((series) => /^(?:texts|chosen) (.+)$/.exec(series)?.[1] ?? [])
  return [...new Set([...line.settings.locales, ...counted.sort()])]
}
