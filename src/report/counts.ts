/**
 * Counters added up by period, in the line's time zone: what a report is made from.
 *
 * @example
 * addByPeriod(counts, await store.read(from, to), 'America/New_York', calendarUnits.month)
 * countIn(counts, 'open bone', november) // 31
 */
import { Temporal } from 'temporal-polyfill'
import type { Counter } from '../usage/stores/store.ts'
import type { CalendarUnit, DateRange } from './periods.ts'

/** What is counted over time: an event, and for some of them also its subject, locale or hour. */
export type Series = string

/** Series → first day of the period (2026-11-01) → count. */
export type Counts = Map<Series, Map<string, number>>

const HOUR_MS = 3_600_000

export function addByPeriod(
  counts: Counts,
  counters: readonly Counter[],
  zone: string,
  unit: CalendarUnit,
): void {
  const times = new Map<number, ReturnType<typeof localTimeOf>>()
  for (const counter of counters) {
    const time = times.get(counter.hour) ?? localTimeOf(counter.hour, zone, unit)
    times.set(counter.hour, time)
    for (const series of seriesOf(counter, time.hour)) {
      const periods = counts.get(series) ?? new Map<string, number>()
      counts.set(series, periods)
      periods.set(time.period, (periods.get(time.period) ?? 0) + counter.count)
    }
  }
}

/** Without a period, in all of them. */
export function countIn(counts: Counts, series: Series, period?: DateRange): number {
  const periods = counts.get(series)
  if (period) return periods?.get(period.from.toString()) ?? 0
  return [...(periods?.values() ?? [])].reduce((sum, count) => sum + count, 0)
}

/** `hour` is the local hour of the day. */
function seriesOf({ event, channel, locale, subject }: Counter, hour: number): readonly Series[] {
  switch (event) {
    case 'call':
      return ['call', `call at ${hour}`]
    case 'message':
      return ['message', `message ${locale}`]
    case 'language':
      return channel === 'voice' ? [`language ${subject}`] : []
    case 'handoff':
      // Asked for: `dialled` or `listed`. `answered` and `missed` say what came of one that was dialled.
      return subject === 'dialled' || subject === 'listed' ? ['handoff'] : [`handoff ${subject}`]
    default:
      return [event, `${event} ${subject}`]
  }
}

function localTimeOf(hour: number, zone: string, unit: CalendarUnit) {
  const time = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_MS).toZonedDateTimeISO(zone)
  return { period: unit(time.toPlainDate()).from.toString(), hour: time.hour }
}
