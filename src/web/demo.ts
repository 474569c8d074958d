/**
 * The line without an outside: no signatures, no database, counts forgotten, unless they are asked for. For the terminal phone and for authors.
 *
 * @example
 * const app = createDemoApp(line)
 */
import type { Line } from '../line/line.ts'
import type { UsageRecorder } from '../usage/recorder.ts'
import { createApp } from './app.ts'
import type { Asset } from './assets.ts'

/** An author plays the whole line in a minute; so many texts cost nothing here. */
const UNLIMITED = {
  number: Number.POSITIVE_INFINITY,
  hour: Number.POSITIVE_INFINITY,
  day: Number.POSITIVE_INFINITY,
}

/** A conversation is played in no time, but people take half a minute for a text: so much passes at each look at the clock. */
const HASTE_MS = 31_000

export function createDemoApp(
  line: Line,
  start: Date = new Date(),
  assets: readonly Asset[] = [],
  count: UsageRecorder['count'] = () => {},
): ReturnType<typeof createApp> {
  let time = start.getTime()
  const now = () => {
    time += HASTE_MS
    return new Date(time)
  }
  return createApp({
    line: { ...line, settings: { ...line.settings, replies: UNLIMITED } },
    usage: {
      count,
      setStopped: () => {},
      isStopped: () => false,
      read: async () => [],
      check: async () => null,
    },
    assets,
    settings: { publicUrl: null, authTokens: [], secret: 'a demo keeps no secrets', usagePassword: null },
    now,
    logError: (error) => {
      throw error
    },
  })
}
