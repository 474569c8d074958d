/**
 * Counting that never breaks an answer: a mistake of ours in it is logged, and what was to be counted is tried again, one at
 * each count that comes after.
 *
 * @example
 * const usage = countSafely(deps)
 */

import type { UsageRecorder } from './recorder.ts'

/** A mistake that does not pass must not fill the memory. */
const MOST_WAITING = 1000

export function countSafely({
  usage,
  logError,
}: {
  readonly usage: UsageRecorder
  readonly logError: (error: unknown, about: string) => void
}): UsageRecorder {
  const waiting: (() => void)[] = []
  const attempt = (count: () => void) => {
    try {
      count()
    } catch (error) {
      logError(error, 'counting')
      if (waiting.length < MOST_WAITING) waiting.push(count)
    }
  }
  const safely =
    <Values extends readonly unknown[]>(count: (...values: Values) => void) =>
    (...values: Values) => {
      const before = waiting.shift()
      if (before) attempt(before)
      attempt(() => count(...values))
    }
  return { ...usage, count: safely(usage.count), setStopped: safely(usage.setStopped) }
}
