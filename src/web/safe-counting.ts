/**
 * Counting that never breaks an answer: a mistake of ours in it is logged, and what was to be counted is lost.
 *
 * @example
 * const usage = countSafely(deps)
 */
import type { Counting } from '../usage/log.ts'
import type { Deps } from './deps.ts'

export function countSafely({ usage, logError }: Pick<Deps, 'usage' | 'logError'>): Counting {
  const safely =
    <Values extends readonly unknown[]>(count: (...values: Values) => void) =>
    (...values: Values) => {
      try {
        count(...values)
      } catch (error) {
        logError(error, 'counting')
      }
    }
  return { ...usage, count: safely(usage.count), setStopped: safely(usage.setStopped) }
}
