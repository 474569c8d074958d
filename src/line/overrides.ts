/**
 * Settings of one installation that take precedence over `flows/line.yaml`, so that one line can run in several places.
 *
 * @example
 * withOverrides(line, { defaultCountry: 'GB', handoffNumber: null }) // { ok: true, value: line for Great Britain }
 */
import type { Result } from '../authored/result.ts'
import type { CompiledLine } from './line.ts'

export interface Overrides {
  readonly defaultCountry: string | null
  readonly handoffNumber: string | null
}

/** The line may be compiled or opened. A problem is a sentence for the operator. */
export function withOverrides<L extends Pick<CompiledLine, 'settings' | 'directory'>>(
  line: L,
  { defaultCountry, handoffNumber }: Overrides,
): Result<L> {
  const { settings, directory } = line
  if (defaultCountry && !directory[defaultCountry]) {
    const known = Object.keys(directory).sort().join(', ')
    return {
      ok: false,
      problems: [
        `DEFAULT_COUNTRY is ${defaultCountry}, but the directory has no numbers for it. It has: ${known}.`,
      ],
    }
  }
  const country = defaultCountry ?? settings.country
  const number = handoffNumber ?? settings.handoff.number
  return {
    ok: true,
    value: { ...line, settings: { ...settings, country, handoff: { ...settings.handoff, number } } },
  }
}
