/**
 * Settings of one installation that take precedence over `flows/line.yaml`, so that one line can run in several places.
 *
 * @example
 * withOverrides(line, { defaultCountry: 'GB', handoffNumber: null }) // { ok: true, value: line for Great Britain }
 */
import type { Result } from '../authored/result.ts'
import { ownNumbers } from '../flow/settings.ts'
import type { Line } from './line.ts'

interface Overrides {
  readonly defaultCountry: string | null
  readonly handoffNumber: string | null
}

/** A problem is a sentence for the operator. */
export function withOverrides(line: Line, { defaultCountry, handoffNumber }: Overrides): Result<Line> {
  const { settings, directory } = line
  const problems: string[] = []
  if (defaultCountry && !Object.hasOwn(directory, defaultCountry))
    problems.push(
      `DEFAULT_COUNTRY is ${defaultCountry}, but the directory has no numbers for it. It has: ${Object.keys(directory).sort().join(', ')}.`,
    )
  if (handoffNumber && ownNumbers(settings).includes(handoffNumber))
    problems.push(
      'HANDOFF_NUMBER is a number of this line (flows/line.yaml), which would call itself. Give the number of people who answer.',
    )
  if (problems.length > 0) return { ok: false, problems }
  const country = defaultCountry ?? settings.country
  const handoff = handoffNumber
    ? { ...settings.handoff, number: handoffNumber, others: [] }
    : settings.handoff
  return {
    ok: true,
    value: { ...line, settings: { ...settings, country, handoff } },
  }
}
