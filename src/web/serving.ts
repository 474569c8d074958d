/**
 * Answers with the newest line, told with today's switches. Another one takes its place between two requests: what has begun is answered
 * by the line that it began with, and a call goes on with its next step, since its position is in the address of that step.
 *
 * This is the only place where a line and the switches meet: either may change without the other.
 *
 * @example
 * const serving = createServing(deps, line)
 * createServer(getRequestListener(serving.fetch))
 * serving.useLine(reloaded)
 * setInterval(() => void serving.refreshToday(), REFRESH_MS)
 */
import type { Line } from '../line/line.ts'
import { nextEnd, withToday } from '../line/today.ts'
import { createApp } from './app.ts'
import type { Deps } from './deps.ts'
import { createLasting } from './lasting.ts'

/** Clocks are put right by some milliseconds all the time; switches begin and end at a minute. */
const SET_BACK_MS = 60_000

export function createServing(deps: Omit<Deps, 'line' | 'lineAsUsual'>, line: Line) {
  const lasting = createLasting(deps)
  const serve = (lineAsUsual: Line) => {
    const known = lasting.today.known()
    const now = deps.now()
    const told = withToday(lineAsUsual, known.today, now)
    return {
      app: createApp({ ...deps, line: told, lineAsUsual }, lasting),
      lineAsUsual,
      known,
      at: now.getTime(),
      until: nextEnd(lineAsUsual, known.today, now),
    }
  }
  let served = serve(line)
  /** What has changed, or has ended by the clock, counts from the next request on. */
  const update = () => {
    const known = lasting.today.known()
    const now = deps.now().getTime()
    // By a clock that has been set back since, something may have ended too early.
    const isSetBack = now < served.at - SET_BACK_MS
    if (served.known === known && now < served.until && !isSetBack) return
    try {
      served = serve(served.lineAsUsual)
    } catch (error) {
      // Calls and texts are answered as they were before.
      served = { ...served, known, at: now, until: Number.POSITIVE_INFINITY }
      deps.logError(error, "today's switches")
    }
  }
  return {
    fetch(request: Request, env?: object) {
      update()
      return served.app.fetch(request, env)
    },
    useLine(newer: Line): void {
      served = serve(newer)
    },
    /** Reads today's switches. Never rejects; waits so long at most. */
    async refreshToday(mostMs?: number): Promise<void> {
      await lasting.today.refresh(mostMs)
      update()
    },
    /** For a runtime without a clock of its own: at a request, where they are old. */
    refreshTodayIfOld: lasting.today.refreshIfOld,
  }
}
