/**
 * Watches a server from within: adds up what goes wrong, looks once a minute whether a bound is crossed (bounds.ts), and then posts a
 * sentence to the address of the operator. All is in memory, from the start of the process on; each server watches itself.
 *
 * @example
 * const watch = startWatch({ url, name: 'Plainline', now: () => performance.now(), isUnwritten, log })
 * watch.hear([tally('trouble')]) // an apology was given
 * watch.close()
 */
import type { Tally } from '../line/tally.ts'
import {
  crossedBounds,
  duePosts,
  type Figures,
  SILENCE_MS,
  sentenceOf,
  toldAfter,
  WINDOW_MS,
} from './bounds.ts'
import { createPoster } from './post-alarm.ts'

interface WatchOptions {
  /** Null: nobody is told. */
  readonly url: string | null
  /** The name of the line. */
  readonly name: string
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number
  /** Whether counts could not be written at the last try. */
  readonly isUnwritten: () => boolean
  /** Logs a warning for the operator. */
  readonly warn: (sentence: string) => void
}

interface Minute {
  apologies: number
  refusals: number
  heldBack: number
}

const LOOK_MS = 60_000
const MINUTES = WINDOW_MS / LOOK_MS

export function startWatch({ url, name, now, isUnwritten, warn }: WatchOptions) {
  let current = noneYet()
  let minutes: readonly Minute[] = []
  let unwrittenSince: number | null = null
  let told: ReturnType<typeof toldAfter> = new Map()
  let usedSince = now()
  let heardAt = usedSince
  const poster = url === null ? null : createPoster(url, warn)

  const figures = (time: number): Figures => ({
    apologies: sumOf(minutes, 'apologies'),
    refusals: sumOf(minutes, 'refusals'),
    heldBack: sumOf(minutes, 'heldBack'),
    unwrittenMs: unwrittenSince === null ? 0 : time - unwrittenSince,
    silentMs: time - heardAt,
    usedMs: heardAt - usedSince,
  })

  const look = () => {
    const time = now()
    minutes = [...minutes, current].slice(-MINUTES)
    current = noneYet()
    unwrittenSince = isUnwritten() ? (unwrittenSince ?? time) : null
    const seen = figures(time)
    const crossed = crossedBounds(seen)
    const due = duePosts(crossed, told, time)
    told = toldAfter(crossed, due, told, time)
    for (const kind of due) poster?.post({ text: sentenceOf(kind, seen, name), kind })
  }
  const looking = poster ? setInterval(look, LOOK_MS).unref() : undefined

  return {
    /** Told of all that is counted, which is what Twilio has signed. */
    hear(tallies: readonly Tally[]): void {
      const time = now()
      if (time - heardAt >= SILENCE_MS) usedSince = time
      heardAt = time
      current.apologies += tallies.filter(({ event }) => event === 'trouble').length
    },
    countRefusal(): void {
      current.refusals += 1
    },
    countHeldBack(by: 'number' | 'line'): void {
      if (by === 'line') current.heldBack += 1
    },
    close(): void {
      clearInterval(looking)
      poster?.close()
    },
  }
}

function noneYet(): Minute {
  return { apologies: 0, refusals: 0, heldBack: 0 }
}

function sumOf(minutes: readonly Minute[], name: keyof Minute): number {
  return minutes.reduce((sum, minute) => sum + minute[name], 0)
}
