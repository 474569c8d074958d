/**
 * The line without an outside: no signatures, no database, counts forgotten. For the terminal phone and for authors.
 *
 * @example
 * const app = createDemoApp(line)
 */
import type { Line } from '../line/line.ts'
import { createApp } from './app.ts'

export function createDemoApp(line: Line, now: () => Date = () => new Date()): ReturnType<typeof createApp> {
  return createApp({
    line,
    usage: {
      count: () => {},
      flush: async () => {},
      waiting: () => 0,
      trouble: () => null,
      close: async () => {},
    },
    settings: { publicUrl: null, authTokens: [], secret: 'a demo keeps no secrets' },
    now,
    logError: (error) => {
      throw error
    },
  })
}
