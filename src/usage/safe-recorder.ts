/**
 * Wraps the recorder so that an exception is logged and retried, never thrown at a caller.
 *
 * Each later call first retries the oldest call that failed.
 *
 * @example
 * const usage = createSafeRecorder(deps.usage, deps.logError)
 * usage.count('voice', 'en', turn.tallies) // never throws
 */
import type { UsageRecorder } from './recorder.ts'

/** A bug that fails at each call must not fill the memory. */
const MAX_RETRIES_WAITING = 1000

export function createSafeRecorder(
  recorder: UsageRecorder,
  logError: (error: unknown, about: string) => void,
): UsageRecorder {
  const failed: (() => void)[] = []
  const attempt = (call: () => void) => {
    try {
      call()
    } catch (error) {
      logError(error, 'counting')
      if (failed.length < MAX_RETRIES_WAITING) failed.push(call)
    }
  }
  const retryOldestThen = (call: () => void) => {
    const oldest = failed.shift()
    if (oldest) attempt(oldest)
    attempt(call)
  }
  return {
    ...recorder,
    count: (channel, locale, tallies) => retryOldestThen(() => recorder.count(channel, locale, tallies)),
    setStopped: (mark, stopped) => retryOldestThen(() => recorder.setStopped(mark, stopped)),
  }
}
