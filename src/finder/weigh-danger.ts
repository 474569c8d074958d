/**
 * Whether a message is answered as danger, by what patterns heard in it and what examples teach.
 *
 * @example
 * weigh(undefined, { emergency: 0.4, rule: 'cord', … }, { emergency: 0.6, … }, 0.01, false) // { alarm: 'emergency', rule: 'cord' }
 */
import type { Alarm } from '../locale/schema.ts'
import type { Danger } from './danger.ts'
import type { Signs } from './find-meaning.ts'

/** A cry for help, and the language it is in. */
export interface HeardAlarm {
  readonly alarm: Alarm
  /** The sign of an emergency, which has a rule of its own (`rules.json`). */
  readonly rule?: string
  readonly locale: string
}

/** From this likelihood on, a message is a cry for help, or may be one; measured by npm run bench -- finder. */
const CRISIS_THRESHOLD = 0.42
export const POSSIBLE_CRISIS_THRESHOLD = 0.14
/** The same for a sign that needs help now. */
const EMERGENCY_THRESHOLD = 0.22
/** Where a pattern of danger stands in the message, so little is enough: it may speak of last year, or of another's mother. */
const LEAST_WITH_PATTERN = 0.02
/** Where a pattern of self-harm stands in the words of somebody who has taken pills, the pills come first. */
const OVERDOSE = 'overdose'

/**
 * What patterns heard, or else what the examples teach. The pills that somebody has taken go before the wish to die, and the wish
 * to die before every other sign: its answer names the emergency number too.
 */
export function weigh(
  heard: HeardAlarm | undefined,
  { emergency, rule }: Signs,
  danger: Danger,
  crisis: number,
  isLong: boolean,
): Pick<HeardAlarm, 'alarm' | 'rule'> | undefined {
  // All that a long story says beside its sign must not outweigh it.
  const least = isLong ? 0 : LEAST_WITH_PATTERN
  // Two classifiers, which err on different messages.
  const isEmergency =
    Math.sqrt(emergency * danger.emergency) >= (heard?.alarm === 'emergency' ? least : EMERGENCY_THRESHOLD)
  const isCrisis = crisis >= (heard?.alarm === 'crisis' ? least : CRISIS_THRESHOLD)
  if (isEmergency && (rule === OVERDOSE || !isCrisis)) return { alarm: 'emergency', rule }
  return isCrisis ? { alarm: 'crisis' } : undefined
}

/** How likely a cry for help is: two classifiers, which err on different messages. In a story only one of them looks for it everywhere. */
export function crisisIn(signs: Signs, danger: Danger, isLong: boolean): number {
  return isLong ? danger.crisis : (signs.crisis + danger.crisis) / 2
}
