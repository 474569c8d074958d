/**
 * Which of today's switches differ: for the log, and for the operator who has changed them. Never what they say: a number may be one's own.
 *
 * @example
 * changedSwitches(AS_USUAL, { ...AS_USUAL, off: ['bone'] }) // ['off']
 */
import { AS_USUAL, type Today } from '../flow/today.ts'

export type TodaySwitch = keyof Today

/** In the order in which they are shown. */
export const SWITCHES: readonly TodaySwitch[] = ['announcement', 'off', 'people', 'holidays', 'number']

export function changedSwitches(before: Today, after: Today): readonly TodaySwitch[] {
  return SWITCHES.filter((each) => JSON.stringify(before[each]) !== JSON.stringify(after[each]))
}

/** Those that are not as usual. */
export function switchesInUse(today: Today): readonly TodaySwitch[] {
  return changedSwitches(AS_USUAL, today)
}
