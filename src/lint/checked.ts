/**
 * Numbers change: each is called every 90 days. What was checked longer ago is one warning a file, and
 * `npm run lines -- directory` prints whom to call.
 */
import { type Issue, issueIn } from '../authored/issue.ts'
import type { CountryDirectory } from '../flow/directory.ts'
import type { Draft } from '../line/draft.ts'

const MOST_DAYS = 90
const DAY = 86_400_000

/** `today`, such as 2026-11-22, which the pure core does not know; empty where nobody asks. */
export function* checkedLongAgo({ flow }: Draft, today: string): Generator<Issue> {
  const files = Object.values(flow.directory).map(({ data, source }) => ({ source, dates: datesOf(data) }))
  if (flow.everywhere) {
    const { data, source } = flow.everywhere
    const crisis = Object.entries(data.crisis).map(([country, line]) => [country, line.checked] as const)
    files.push({ source, dates: [['emergency', data.checked], ...crisis] })
  }
  for (const { source, dates } of files) {
    const old = dates.filter(([, checked]) => daysBetween(checked, today) > MOST_DAYS)
    const oldest = old.map(([, checked]) => checked).sort()[0]
    if (oldest)
      yield issueIn(source)(
        'checked-long-ago',
        [],
        `Checked more than ${MOST_DAYS} days ago, the oldest in ${oldest}: ${old.map(([name]) => name).join(', ')}. Call these numbers (\`npm run lines -- directory\` lists them), and write the date of today.`,
        'warning',
      )
  }
}

function datesOf({ emergency, relay, services }: CountryDirectory): readonly (readonly [string, string])[] {
  return [
    ['emergency', emergency.checked],
    ...(relay ? [['relay', relay.checked] as const] : []),
    ...services.map(({ id, checked }) => [id, checked] as const),
  ]
}

/** A month without a day began on its first. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY
}
