/**
 * Settings of the environment that override those of `flows/line.yaml`, for a line that is installed in several places.
 *
 * @example
 * withOverrides(line, { defaultCountry: 'GB', handoffNumber: null }) // { line }
 */
import type { CompiledLine } from './line.ts'

export interface Overrides {
  readonly defaultCountry: string | null
  readonly handoffNumber: string | null
}

/** `problem` is a sentence for the operator, where an override cannot be followed. */
/** Of a line, compiled or opened. */
export function withOverrides<L extends Pick<CompiledLine, 'settings' | 'directory'>>(
  line: L,
  { defaultCountry, handoffNumber }: Overrides,
): { line: L; problem?: string } {
  const { settings, directory } = line
  if (defaultCountry && !directory[defaultCountry]) {
    const known = Object.keys(directory).sort().join(', ')
    return {
      line,
      problem: `DEFAULT_COUNTRY is ${defaultCountry}, but the directory has no numbers for it. It has: ${known}.`,
    }
  }
  const country = defaultCountry ?? settings.country
  const number = handoffNumber ?? settings.handoff.number
  return { line: { ...line, settings: { ...settings, country, handoff: { ...settings.handoff, number } } } }
}
