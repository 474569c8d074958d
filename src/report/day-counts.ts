/**
 * Counters added up by day, in the time zone of the people of the line: what a report is made from.
 *
 * @example
 * addCounters(counts, await store.read(from, to), 'America/New_York')
 * countOn(counts, 'opened bone', { from, to }) // 31
 */
import { Temporal } from 'temporal-polyfill'
import type { Counter } from '../usage/stores/store.ts'
import type { Days } from './spans.ts'

/** Series → day (2026-11-23) → count. */
export type DayCounts = Map<string, Map<string, number>>

const HOUR_MS = 3_600_000

export function addCounters(counts: DayCounts, counters: readonly Counter[], zone: string): void {
  const localTimes = new Map<number, { readonly day: string; readonly hour: number }>()
  for (const counter of counters) {
    const { hour: at, count } = counter
    const { day, hour } = localTimes.get(at) ?? localTime(at, zone)
    localTimes.set(at, { day, hour })
    for (const series of seriesOf(counter, hour)) {
      const days = counts.get(series) ?? new Map<string, number>()
      counts.set(series, days)
      days.set(day, (days.get(day) ?? 0) + count)
    }
  }
}

export function countOn(counts: DayCounts, series: string, { from, to }: Days): number {
  const [first, last] = [from.toString(), to.toString()]
  let sum = 0
  for (const [day, count] of counts.get(series) ?? []) if (first <= day && day <= last) sum += count
  return sum
}

/** What a counter is counted for; nothing for what no report shows. */
function seriesOf({ event, channel, locale, subject }: Counter, hour: number): readonly string[] {
  switch (event) {
    case 'call':
      return ['calls', `calls at ${hour}`]
    case 'message':
      return [`texts ${locale}`]
    case 'language':
      return channel === 'voice' ? [`chosen ${subject}`] : []
    case 'open':
      return [`opened ${subject}`]
    case 'finish':
      return [`finished ${subject}`]
    case 'handoff':
      // What came of it is counted as well: answered, missed.
      return subject === 'dialled' || subject === 'listed' ? ['person'] : []
    case 'unmatched':
      return ['unmatched']
    default:
      return []
  }
}

function localTime(hour: number, zone: string): { readonly day: string; readonly hour: number } {
  const time = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS).toZonedDateTimeISO(zone)
  return { day: time.toPlainDate().toString(), hour: time.hour }
}
