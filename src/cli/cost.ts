/**
 * `npm run cost`: segments, waiting time and price of every topic, by prices that an operator edits.
 *
 * @example
 * npm run cost -- --country US   # by flows/prices/us.yaml
 */
import { readFile } from '../authored/files.ts'
import { formatIssue, type Issue } from '../authored/issue.ts'
import { pricesSchema } from '../flow/prices.ts'
import { loadFiles } from '../server/load-files.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { inColumns } from './support/columns.ts'
import { countryOrExit, readArguments, root } from './support/command.ts'
import { median, topicCosts } from './support/topic-costs.ts'

const { values } = readArguments({ options: { country: { type: 'string' } } })
const compiled = await loadLineOrExit(root)
const country = countryOrExit(compiled, values.country)
const line = { ...compiled, settings: { ...compiled.settings, country } }
const pricesFile = `flows/prices/${country.toLowerCase()}.yaml`
const issues: Issue[] = []
const prices =
  readFile(await loadFiles(root), pricesFile, pricesSchema, issues) ??
  exitWith(issues.map(formatIssue).join('\n'))

const { currency, number } = prices.data
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
for (const locale of Object.keys(line.locales)) process.stdout.write(`${summaryOf(locale)}\n`)
process.stdout.write(`A number costs ${money(number)} a month. Prices: ${pricesFile}.\n`)

function summaryOf(locale: string): string {
  const own = costs.filter((cost) => cost.locale === locale)
  const waits = own.map(({ waits: [byMenus] }) => byMenus)
  const [segments, text, call] = [
    median(own.map(({ segments: [first = 0] }) => first)),
    money(median(own.map((cost) => cost.text))),
    money(median(own.map((cost) => cost.call))),
  ]
  return `${locale}: in the middle, a first text is ${segments} segments and costs ${text}; a call that goes by menus and hears a whole topic costs ${call}, and waits ${median(waits).toFixed(0)} s until the topic begins, ${Math.max(...waits).toFixed(0)} s at most.`
}
