/**
 * `npm run cost`: segments, waiting and price of every topic, with prices that an operator edits.
 *
 * @example
 * npm run cost -- --country US   # by flows/prices/us.yaml
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readFile } from '../authored/files.ts'
import { formatIssue, type Issue } from '../authored/issue.ts'
import { pricesSchema } from '../flow/prices.ts'
import { withOverrides } from '../line/overrides.ts'
import { loadFiles } from '../server/load-files.ts'
import { loadLineOrExit } from '../server/load-line.ts'
import { inColumns } from './support/columns.ts'
import { type Cost, costOf } from './support/cost.ts'
import { median } from './support/median.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({ options: { country: { type: 'string' } } })
const compiled = await loadLineOrExit(root)
const country = values.country ?? compiled.settings.country
const { line, problem } = withOverrides(compiled, { defaultCountry: country, handoffNumber: null })
const issues: Issue[] = []
const prices = readFile(
  await loadFiles(root),
  `flows/prices/${country.toLowerCase()}.yaml`,
  pricesSchema,
  issues,
)
if (problem || !prices) {
  process.stderr.write(`${[...(problem ? [problem] : []), ...issues.map(formatIssue)].join('\n')}\n`)
  process.exit(1)
}

const { currency, number } = prices.data
const money = (amount: number) => `${amount.toFixed(3)} ${currency}`
const costs = costOf(line, prices.data)
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
process.stdout.write(inColumns(rows))
for (const locale of Object.keys(line.locales)) {
  const own = costs.filter((cost) => cost.locale === locale)
  const middle = (of: (cost: Cost) => number) => median(own.map(of))
  const waitByMenus = ({ waits }: Cost) => waits[0]
  process.stdout.write(
    `\n${locale}: in the middle, a first text is ${middle(({ segments }) => segments[0] ?? 0)} segments and costs ${money(middle(({ text }) => text))}; a call that goes by menus and hears a whole topic costs ${money(middle(({ call }) => call))}, and waits ${middle(waitByMenus).toFixed(0)} s until the topic begins, ${Math.max(...own.map(waitByMenus)).toFixed(0)} s at most.`,
  )
}
process.stdout.write(
  `\nA number costs ${money(number)} a month. Prices: flows/prices/${country.toLowerCase()}.yaml.\n`,
)
