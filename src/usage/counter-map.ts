/**
 * Counters in memory: one for each hour, channel, locale, event and subject.
 *
 * @example
 * const counters: CounterMap = new Map()
 * addTallies(counters, Date.now(), 'voice', 'en', [tally('open', 'bone')])
 */
import type { Channel } from '../line/event.ts'
import type { Tally } from '../line/tally.ts'
import type { Counter } from './stores/store.ts'

/** Counters that still grow, by everything but their count. To take them out, copy the values and clear the map. */
export type CounterMap = Map<string, { -readonly [Name in keyof Counter]: Counter[Name] }>

const HOUR_MS = 3_600_000

/** `now` is in milliseconds since 1970. */
export function addTallies(
  counters: CounterMap,
  now: number,
  channel: Channel,
  locale: string,
  tallies: readonly Tally[],
): void {
  const hour = Math.floor(now / HOUR_MS)
  for (const { event, subject } of tallies)
    addCounter(counters, { hour, channel, locale, event, subject, count: 1 })
}

function addCounter(counters: CounterMap, counter: Counter): void {
  const { hour, channel, locale, event, subject } = counter
  const key = `${hour} ${channel} ${locale} ${event} ${subject}`
  const before = counters.get(key)
  if (before) before.count += counter.count
  else counters.set(key, { ...counter })
}
