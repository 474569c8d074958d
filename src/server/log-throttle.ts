/**
 * Limits the lines of one kind in the log, because anybody can send a request that is refused: ten a minute are written, and
 * then one that says how many more there were.
 *
 * @example
 * const throttle = createLogThrottle((kind, more) => log.warn({ kind, more }, 'more lines of this kind'))
 * throttle.write('/voice/* 403', () => log.warn(request, 'request'))
 * throttle.close() // what was left out so far
 */

const LINES = 10
const PERIOD_MS = 60_000

/** A kind must not hold what comes from outside: each one takes memory for a minute. */
export function createLogThrottle(summarize: (kind: string, more: number) => void) {
  const lines = new Map<string, number>()
  const endPeriod = () => {
    for (const [kind, count] of lines) if (count > LINES) summarize(kind, count - LINES)
    lines.clear()
  }
  const periods = setInterval(endPeriod, PERIOD_MS)
  return {
    write(kind: string, line: () => void): void {
      const count = (lines.get(kind) ?? 0) + 1
      lines.set(kind, count)
      if (count <= LINES) line()
    },
    close(): void {
      clearInterval(periods)
      endPeriod()
    },
  }
}
