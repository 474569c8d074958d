/**
 * A week in sentences that a board member understands, and one table, both beside the week before. Every figure is rounded.
 *
 * @example
 * summarizeWeek(report, line, 'en', words).sentences[0] // 'People called 40 times and sent 30 texts. The week before: …'
 */
import type { Line } from '../line/line.ts'
import { phrase } from '../locale/phrases.ts'
import type { Wording } from '../locale/wording.ts'
import { EVENTS } from './events.ts'
import { type Figure, formatFigure } from './figures.ts'
import type { Report } from './report.ts'
import { dateFormat, headOf, lastAndBefore, type Table, type TableContext } from './table.ts'
import { makeTables } from './tables.ts'

export interface WeekSummary {
  /** Such as "Nov 16 – 22, 2026". */
  readonly name: string
  readonly sentences: readonly string[]
  readonly table: Table
}

const ROWS = [
  ...(['call', 'message', 'handoff', 'handoff answered', 'handoff missed'] as const),
  ...(['emergency', 'crisis', 'crisis-offered', 'unmatched', 'silence'] as const),
  ...(['trouble', 'undelivered', 'held-back'] as const),
]
type RowSeries = (typeof ROWS)[number]

const MOST_TOPICS = 5
const MOST_PLACES = 3
const MOST_LANGUAGES = 8

/** `report` is one of one week. */
export function summarizeWeek(
  report: Report,
  line: Line,
  locale: string,
  words: TableContext['words'],
): WeekSummary {
  const [week = report.range] = report.periods
  const formats = line.locales[locale]?.settings.intl ?? locale
  const format = dateFormat('week', formats)
  const tables = makeTables(report, line, locale, words)
  const list = new Intl.ListFormat(formats, { type: 'unit' })
  /** What has most in a column of a table, as "Bones (30)"; undefined where nothing was counted. */
  const mostIn = (name: Table['name'], column: number, most: number) => {
    const rows = tables.find((table) => table.name === name)?.rows ?? []
    const items = rows.flatMap(({ name, figures, isTotal }) => {
      const figure = figures[column]
      return isTotal || !figure || isNone(figure) ? [] : [item(name, formatFigure(figure, words))]
    })
    return items.length > 0 ? list.format(items.slice(0, most)) : undefined
  }
  const item = (name: string, number: string) => words(phrase('week.item', { name, number }))
  return {
    name: format(week),
    sentences: wordingsOf(report, words, {
      topics: mostIn('topics', 0, MOST_TOPICS),
      places: mostIn('places', 0, MOST_PLACES),
      spoken: mostIn('languages', 0, MOST_LANGUAGES),
      written: mostIn('languages', 1, MOST_LANGUAGES),
    }).map(words),
    table: {
      name: 'week',
      title: words(phrase('week.numbers')),
      head: [...headOf(['event'], words), format(week), format(report.before)],
      rows: ROWS.map((series) => ({
        ...week,
        name: words(phrase(EVENTS[series])),
        figures: lastAndBefore(report, series),
      })),
    },
  }
}

interface Most {
  readonly topics: string | undefined
  readonly places: string | undefined
  readonly spoken: string | undefined
  readonly written: string | undefined
}

function wordingsOf(
  report: Report,
  words: TableContext['words'],
  { topics, places, spoken, written }: Most,
): readonly Wording[] {
  const figures = (series: RowSeries) => lastAndBefore(report, series)
  const now = (series: RowSeries) => formatFigure(figures(series)[0], words)
  const before = (series: RowSeries) => formatFigure(figures(series)[1], words)
  const none = (...all: readonly RowSeries[]) => all.every((series) => isNone(figures(series)[0]))
  const use = {
    calls: now('call'),
    texts: now('message'),
    callsBefore: before('call'),
    textsBefore: before('message'),
  }
  const handoffs = {
    asked: now('handoff'),
    answered: now('handoff answered'),
    missed: now('handoff missed'),
  }
  const dangers = { emergencies: now('emergency'), crises: now('crisis') }
  const lost = { undelivered: now('undelivered'), heldBack: now('held-back') }
  const isWell = none('trouble', 'undelivered', 'held-back')
  return [
    none('call', 'message') ? phrase('week.quiet') : phrase('week.use', use),
    ...(spoken ? [phrase('week.spoken', { list: spoken })] : []),
    ...(written ? [phrase('week.written', { list: written })] : []),
    topics ? phrase('week.opened', { list: topics }) : phrase('week.noneOpened'),
    none('handoff') ? phrase('week.noneAsked') : phrase('week.person', handoffs),
    none('emergency', 'crisis') ? phrase('week.noDanger') : phrase('week.danger', dangers),
    none('unmatched')
      ? phrase('week.understood')
      : // A place that the line no longer has is not named.
        phrase('week.unmatched', { unmatched: now('unmatched'), list: places ?? '–' }),
    ...(none('trouble') ? [] : [phrase('week.trouble', { apologies: now('trouble') })]),
    ...(none('undelivered', 'held-back') ? [] : [phrase('week.lost', lost)]),
    ...(isWell ? [phrase('week.well')] : []),
  ]
}

function isNone({ count, isSmall }: Figure): boolean {
  return count === 0 && !isSmall
}
