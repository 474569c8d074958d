/**
 * A report as tables of words and counts, for the page, the terminal and CSV.
 *
 * @example
 * makeTables(report, line, 'en', words)[0].rows[0] // { name: 'November 2026', counts: [calls, texts, …] }
 */
import type { Line } from '../line/line.ts'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { describeDays, describeMonths } from './dates.ts'
import type { PeriodCounts, Report } from './report.ts'
import type { Shown } from './shown.ts'
import type { Days } from './spans.ts'

export interface Table {
  readonly name: 'overTime' | 'languages' | 'topics' | 'hours'
  readonly title: string
  /** What its rows are, and what is counted in each. */
  readonly head: readonly string[]
  readonly rows: readonly Row[]
}

export interface Row extends Days {
  readonly name: string
  readonly counts: readonly Shown[]
  /** Of all rows above it. */
  readonly isTotal?: true
}

type Words = (wording: Wording) => string

/** Calls and texts over time, languages, topics and, where they can be shown, hours of the day. */
export function makeTables(report: Report, line: Line, locale: string, words: Words): readonly Table[] {
  return [
    overTime(report, locale, words),
    languages(report, line, locale, words),
    topics(report, locale, words),
    ...(report.callHours.months.length > 0 ? [callHours(report, locale, words)] : []),
  ]
}

function overTime({ range: { by }, periods, total }: Report, locale: string, words: Words): Table {
  const row = (counts: PeriodCounts, name: string): Row => ({
    from: counts.from,
    to: counts.to,
    name,
    counts: [counts.calls, counts.texts, counts.person, counts.unmatched],
  })
  return {
    name: 'overTime',
    title: words(phrase('usage.overTime')),
    head: [
      words(phrase(`usage.${by}`)),
      words(phrase('usage.calls')),
      words(phrase('usage.texts')),
      words(phrase('usage.person')),
      words(phrase('usage.unmatched')),
    ],
    rows: [
      ...periods.map((period) => row(period, describeDays(period, by, locale))),
      { ...row(total, words(phrase('usage.together'))), isTotal: true },
    ],
  }
}

function languages({ months, languages }: Report, line: Line, locale: string, words: Words): Table {
  return {
    name: 'languages',
    title: words(phrase('usage.languages', { months: describeMonths([months], locale) })),
    head: [words(phrase('usage.language')), words(phrase('usage.chosen')), words(phrase('usage.texts'))],
    rows: languages.map((each) => ({
      ...months,
      name: line.locales[each.locale]?.settings.name ?? each.locale,
      counts: [each.chosen, each.texts],
    })),
  }
}

/** Those opened most come first, as far as that is shown. */
function topics({ months, topics }: Report, locale: string, words: Words): Table {
  return {
    name: 'topics',
    title: words(phrase('usage.topics', { months: describeMonths([months], locale) })),
    head: [
      words(phrase('usage.topic')),
      words(phrase('usage.opened')),
      words(phrase('usage.finished')),
      words(phrase('usage.left')),
    ],
    rows: topics
      .toSorted((one, other) => other.opened.atLeast - one.opened.atLeast)
      .map(({ slug, opened, finished, left }) => ({
        ...months,
        name: words({ key: `nodes:${slug}.title` }),
        counts: [opened, finished, left],
      })),
  }
}

function callHours({ months: asked, callHours }: Report, locale: string, words: Words): Table {
  return {
    name: 'hours',
    title: words(phrase('usage.hours', { months: describeMonths(callHours.months, locale) })),
    head: [words(phrase('usage.hour')), words(phrase('usage.calls'))],
    rows: callHours.hours.map((calls, hour) => ({
      ...asked,
      name: `${String(hour).padStart(2, '0')}:00`,
      counts: [calls],
    })),
  }
}
