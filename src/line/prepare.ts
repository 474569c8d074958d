/**
 * Prepares answers that must not fail, at start, for every language and every country of the directory. For the other
 * 230 countries with an emergency number that would take half a second: theirs are made when they are needed. The rest get
 * the number of the line's own country.
 *
 * @example
 * const apology = prepare(line, 'sms', (place) => writeApology(place, texts))
 * apology('es', 'US')
 */
import type { Channel } from './event.ts'
import type { Line } from './line.ts'
import type { Place } from './place.ts'
import { positionAt } from './position.ts'

const UNKNOWN = 'unknown'

export function prepare<T>(
  line: Line,
  channel: Channel,
  make: (place: Place) => T,
): (locale: string, country: string) => T {
  const made = new Map(
    Object.keys(line.locales).flatMap((locale) =>
      [...Object.keys(line.directory), UNKNOWN].map((country) => [
        `${locale} ${country}`,
        make(mainPlace(line, channel, locale, country)),
      ]),
    ),
  )
  return (locale, country) => {
    const known = made.get(`${locale} ${country}`)
    const unknown = made.get(`${locale} ${UNKNOWN}`) as T
    if (known !== undefined || !line.everywhere.emergency[country]) return known ?? unknown
    try {
      return make(mainPlace(line, channel, locale, country))
    } catch {
      return unknown
    }
  }
}

/** The main menu, for a person of this language and country. */
export function mainPlace(line: Line, channel: Channel, locale: string, country: string): Place {
  return {
    line,
    position: positionAt(line.main, locale),
    context: { channel, country, staffed: false, called: null },
  }
}
