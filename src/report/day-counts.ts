/**
 * Counters added up by day, in the line's time zone: what a report is made from.
 *
 * @example
 * addByDay(counts, await store.read(from, to), 'America/New_York')
 * countIn(counts, 'opened bone', { from, to }) // 31
 */
import { Temporal } from 'temporal-polyfill'
import type { Counter } from '../usage/stores/store.ts'
import type { DateRange } from './periods.ts'

/** What is counted over time: a count, and for some of them its hour, locale or topic. */
export type Series =
  | 'calls'
  | 'person'
  | 'unmatched'
  | `calls at ${number}`
  | `${'texts' | 'chosen' | 'opened' | 'finished' | 'begun' | 'heard' | 'helped' | 'not helped'} ${string}`

/** Series → day (2026-11-23) → count. */
export type DayCounts = Map<Series, Map<string, number>>

const HOUR_MS = 3_600_000

export function addByDay(counts: DayCounts, counters: readonly Counter[], zone: string): void {
  const localTimes = new Map<number, ReturnType<typeof localTimeOf>>()
  for (const counter of counters) {
    const time = localTimes.get(counter.hour) ?? localTimeOf(counter.hour, zone)
    localTimes.set(counter.hour, time)
    for (const series of seriesOf(counter, time.hour)) {
      const days = counts.get(series) ?? new Map<string, number>()
      counts.set(series, days)
      days.set(time.day, (days.get(time.day) ?? 0) + counter.count)
    }
  }
}

export function countIn(counts: DayCounts, series: Series, { from, to }: DateRange): number {
  const days = counts.get(series)
  if (!days) return 0
  const [first, last] = [from.toString(), to.toString()]
  if (first === last) return days.get(first) ?? 0
  let sum = 0
  for (const [day, count] of days) if (first <= day && day <= last) sum += count
  return sum
}

/** The series that a counter belongs to; none if no report shows it. `hour` is the local hour of the day. */
function seriesOf({ event, channel, locale, subject }: Counter, hour: number): readonly Series[] {
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
    case 'part-begun':
      return [`begun ${channel}`]
    case 'part-finished':
      return [`heard ${channel}`]
    case 'helped':
      return [`helped ${subject}`]
    case 'not-helped':
      return [`not helped ${subject}`]
    case 'handoff':
      // The outcome of a dialled call (answered, missed) is counted as a second event.
      return subject === 'dialled' || subject === 'listed' ? ['person'] : []
    case 'unmatched':
      return ['unmatched']
    default:
      return []
  }
}

function localTimeOf(hour: number, zone: string) {
  const time = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS).toZonedDateTimeISO(zone)
  return { day: time.toPlainDate().toString(), hour: time.hour }
}
