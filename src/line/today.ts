/**
 * A line as it is told with today's switches (flow/today.ts), and with those of `line.yaml` under them: topics are off, an announcement
 * is said, people are open or closed. What has ended by the clock is left out, and so is what the line does not have.
 *
 * @example
 * const told = withToday(line, today, new Date('2026-12-03T12:00:00Z'))
 * nextEnd(line, today, now) // when it must be worked out again, in milliseconds since 1970
 */
import { Temporal } from 'temporal-polyfill'
import { ownNumbers } from '../flow/settings.ts'
import { AS_USUAL, type Today } from '../flow/today.ts'
import type { Line } from './line.ts'
import { withoutOffNames } from './menu-names.ts'

/** The line itself where nothing is in force. */
export function withToday(line: Line, today: Today, now: Date): Line {
  const { settings } = line
  const { handoff } = settings
  const standing = overFiles(line, today, now)
  if (JSON.stringify(standing) === JSON.stringify(AS_USUAL)) return line
  const { announcement, off, people, holidays, number } = standing
  const staff = number ? { number, others: [] } : {}
  return {
    ...line,
    ...(off.length > 0 ? { locales: withoutOffNames(line, off) } : {}),
    settings: {
      ...settings,
      handoff: { ...handoff, ...staff, closed: [...(handoff.closed ?? []), ...holidays] },
    },
    today: { off, announcement: announcement?.words ?? {}, people: people.open },
  }
}

/** Today's switches without those that have ended, and those that this line has no use for. */
export function inForce(line: Line, today: Today, now: Date): Today {
  const { announcement, off, people, holidays, number } = today
  const { locales, handoff } = line.settings
  const isOver = (until: string) => endOf(until, handoff.zone) <= now.getTime()
  const words = Object.entries(announcement?.words ?? {}).filter(([locale]) => locales.includes(locale))
  const isSaid = announcement && words.length > 0 && !isOver(announcement.until)
  return {
    announcement: isSaid ? { ...announcement, words: Object.fromEntries(words) } : null,
    off: off.filter((slug) => canBeOff(line, slug)),
    people: people.open !== 'as-usual' && isOver(people.until) ? AS_USUAL.people : people,
    holidays: holidays.filter((date) => !isOver(date)),
    number: number && ownNumbers(line.settings).includes(number) ? null : number,
  }
}

/** When the next of them ends, in milliseconds since 1970; infinity where none does. Holidays are looked up by their date. */
export function nextEnd({ settings }: Pick<Line, 'settings'>, today: Today, now: Date): number {
  const { announcement, people } = today
  const { handoff, announcement: written } = settings
  const untils = [announcement?.until, written?.until, people.open === 'as-usual' ? undefined : people.until]
  const ends = untils.flatMap((until) => (until ? endOf(until, handoff.zone) : []))
  return Math.min(...ends.filter((end) => end > now.getTime()))
}

/** A date ends with its day, at the midnight of the zone. */
export function endOf(until: string, zone: string): number {
  const end = until.includes('T')
    ? Temporal.PlainDateTime.from(until).toZonedDateTime(zone)
    : Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(zone)
  return end.epochMilliseconds
}

/** Only topics, and none that tells of danger. */
export function canBeOff({ nodes }: Pick<Line, 'nodes'>, slug: string): boolean {
  const node = nodes[slug]
  return node?.kind === 'topic' && !node.always
}

/** A topic is told where neither has it off; one announcement is enough. */
function overFiles(line: Line, today: Today, now: Date): Today {
  const { off = [], announcement = null } = line.settings
  const files = inForce(line, { ...AS_USUAL, off, announcement }, now)
  const standing = inForce(line, today, now)
  return {
    ...standing,
    off: [...new Set([...files.off, ...standing.off])],
    announcement: standing.announcement ?? files.announcement,
  }
}
