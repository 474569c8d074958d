/**
 * `npm run cost`: segments, waiting time and price of every topic, and of a month, by prices that an operator edits.
 *
 * @example
 * npm run cost -- --country US                          # by flows/prices/us.yaml
 * npm run cost -- --calls 500 --texts 800 --connected 50 # a month; one call in ten put through where it is not said
 */
import { takeAuthored } from '../authored/file-names.ts'
import { readFile } from '../authored/files.ts'
import { formatIssue, type Issue } from '../authored/issue.ts'
import { shippedPath } from '../authored/own-path.ts'
import { pricesSchema } from '../flow/prices.ts'
import { layOwnFiles } from '../line/own-files.ts'
import { loadFiles } from '../server/load-files.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { inColumns } from './support/columns.ts'
import { countOrExit, countryOrExit, project, readArguments } from './support/command.ts'
import { monthCost } from './support/month-cost.ts'
import { median, topicCosts } from './support/topic-costs.ts'

const USAGE = `npm run cost: segments, waiting time and price of every topic, and of a month.

  --country US      by flows/prices/us.yaml
  --calls 500       calls a month
  --texts 800       texts a month
  --connected 50    calls a month that are put through to a person`

const { values } = readArguments(USAGE, {
  options: {
    country: { type: 'string' },
    calls: { type: 'string', default: '500' },
    texts: { type: 'string', default: '800' },
    connected: { type: 'string' },
  },
})
const calls = countOrExit('calls', values.calls)
const month = {
  calls,
  texts: countOrExit('texts', values.texts),
  connected: countOrExit('connected', values.connected ?? String(Math.round(calls / 10))),
}
if (month.connected > calls)
  exitWith(`--connected is ${month.connected}, of ${calls} calls: no more can be put through than there are.`)
const compiled = await loadLineOrExit(project)
const country = countryOrExit(compiled, values.country)
const line = { ...compiled, settings: { ...compiled.settings, country } }
const pricesFile = `flows/prices/${country.toLowerCase()}.yaml`
const laid = layOwnFiles(takeAuthored(await loadFiles(project)).readable)
const issues: Issue[] = laid.issues.filter(({ file }) => shippedPath(file) === pricesFile)
const prices = readFile(laid.files, pricesFile, pricesSchema, issues)
if (!prices || issues.length > 0) exitWith(issues.map(formatIssue).join('\n'))

const { currency } = prices.data
const money = (amount: number) => `${amount.toFixed(3)} ${currency}`
const costs = topicCosts(line, prices.data)
const rows = [
  ['locale', 'no.', 'topic', 'segments of each text', 'wait by menus', 'by number', 'call', 'first text'],
  ...costs.map(({ locale, number, node, segments, waits, call, text }) => [
    locale,
    String(number),
    node,
    segments.join(' '),
    ...waits.map((seconds) => `${seconds.toFixed(0)} s`),
    money(call),
    money(text),
  ]),
]
process.stdout.write(`${inColumns(rows)}\n`)
const locales = new Set(costs.map(({ locale }) => locale))
for (const locale of locales) process.stdout.write(`${summaryOf(locale)}\n`)
const monthRows = monthCost(costs, prices.data, month).map(([what, ...amounts]) => [
  what,
  ...amounts.map((amount) => `${amount.toFixed(2)} ${currency}`),
])
process.stdout.write(`\n${inColumns([['a month', 'local number', 'toll-free number'], ...monthRows])}`)
process.stdout.write(`Prices: ${prices.source.file}. Speech: ${line.settings.speech}.\n`)

function summaryOf(locale: string): string {
  const own = costs.filter((cost) => cost.locale === locale)
  const waits = own.map(({ waits: [byMenus] }) => byMenus)
  const [segments, text, call] = [
    median(own.map(({ segments: [first = 0] }) => first)),
    money(median(own.map((cost) => cost.text))),
    money(median(own.map((cost) => cost.call))),
  ]
  const perMinute = money(median(own.map(({ call, walk }) => call / Math.ceil(walk.seconds / 60))))
  return `${locale}: in the middle, a first text is ${segments} segments and costs ${text}; a call that goes by menus and hears a whole topic costs ${call}, ${perMinute} for each minute begun, and waits ${median(waits).toFixed(0)} s until the topic begins, ${Math.max(...waits).toFixed(0)} s at most.`
}
