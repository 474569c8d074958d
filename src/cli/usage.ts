/**
 * `npm run usage`: the counts in the database of DATABASE_URL, as tables or as CSV.
 *
 * @example
 * npm run usage                                          # this month and the eleven before it
 * npm run usage -- --from 2026-11-01 --to 2026-11-30 --by week
 * npm run usage -- --week                                # the last whole week in sentences, as on /usage/week
 * npm run --silent usage -- --by week --from 2026-11-01 --csv > november.csv
 */

import { readConfig } from '../config.ts'
import { textsOf } from '../line/line.ts'
import { phrase } from '../locale/phrases.ts'
import { dialledPhone, type Wording } from '../locale/wording.ts'
import { writeCsv } from '../report/csv.ts'
import { formatFigure } from '../report/figures.ts'
import { dayIn } from '../report/periods.ts'
import { readReport } from '../report/report.ts'
import type { Table } from '../report/table.ts'
import { makeTables } from '../report/tables.ts'
import { readWeek } from '../report/week.ts'
import { summarizeWeek, type WeekSummary } from '../report/week-summary.ts'
import { readEnvironment } from '../server/environment.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { inColumns } from './support/columns.ts'
import { localeOrExit, project, readArguments } from './support/command.ts'
import { openStoreOrExit } from './support/open-store.ts'

const USAGE = `npm run usage: what was counted.

  --from 2026-11-01   the first day
  --to 2026-11-30     the last day
  --by week           month where it is left out
  --week              the last whole week beside the one before, in sentences, for a board; --week 2026-W46: that week
  --csv               as CSV
  --locale es         in that language`

const { values: options, positionals } = readArguments(USAGE, {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string' },
    csv: { type: 'boolean', default: false },
    week: { type: 'boolean', default: false },
    locale: { type: 'string' },
  },
  allowPositionals: true,
})
const [askedWeek] = positionals
if (positionals.length > (options.week ? 1 : 0))
  exitWith(
    `This is not one of its options: ${positionals.join(' ')}. \`npm run usage -- --help\` lists them.`,
  )
if (options.week && (options.from || options.to || options.by || options.csv))
  exitWith('--week has no --from, --to, --by or --csv: name the week after it, such as --week 2026-W46.')
const config = readConfig(readEnvironment())
if (!config.ok) exitWith(config.problems.join('\n'))
const line = await loadLineOrExit(project)
const locale = localeOrExit(line, options.locale)
const texts = textsOf(line)
const words = (wording: Wording) => texts(locale, wording, dialledPhone)

const now = new Date()
const week = options.week ? readWeek(askedWeek, dayIn(line.settings.handoff.zone, now)) : undefined
if (week?.problem) exitWith(words(week.problem))
const asked = week?.week
  ? { from: week.week.from.toString(), to: week.week.to.toString(), by: 'week' }
  : options

const store = await openStoreOrExit(config.value.databaseUrl)
const { report, problem } = await readReport(store, line, asked, now)
await store.close()
if (problem) exitWith(words(problem))
if (options.week) process.stdout.write(weekText(summarizeWeek(report, line, locale, words)))
else {
  const tables = makeTables(report, line, locale, words)
  process.stdout.write(options.csv ? writeCsv(tables, words) : asText(tables))
}

function asText(tables: readonly Table[]): string {
  const { name, handoff } = line.settings
  const notes = [
    words(phrase('usage.title', { name })),
    words(phrase('usage.intro')),
    words(phrase('usage.zone', { zone: handoff.zone })),
  ]
  return `${notes.join('\n')}\n${tables.map(tableText).join('')}`
}

/** What `/usage/week` prints. */
function weekText({ name, sentences, table }: WeekSummary): string {
  const title = words(phrase('week.title', { name: line.settings.name, week: name }))
  return `${[title, '', ...sentences].join('\n')}\n${tableText(table)}\n${words(phrase('week.intro'))}\n`
}

function tableText({ title, head, rows }: Table): string {
  const cells = rows.map(({ name, figures }) => [
    name,
    ...figures.map((figure) => formatFigure(figure, words)),
  ])
  return `\n${title}\n\n${inColumns([head, ...cells])}`
}
