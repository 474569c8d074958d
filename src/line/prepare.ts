/**
 * Answers that must not fail: made at start for every language, with the numbers of the line's own country; with those of another
 * country when somebody there first needs them, and if that fails, the one that is there.
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
  const { locales, settings, directory, everywhere } = line
  const makeFor = (locale: string, country: string) => make(mainPlace(line, channel, locale, country))
  const made = new Map(
    Object.keys(locales).flatMap((locale) =>
      [settings.country, UNKNOWN].map((country) => [`${locale} ${country}`, makeFor(locale, country)]),
    ),
  )
  return (locale, country) => {
    const name = `${locale} ${country}`
    const known = made.get(name)
    const unknown = made.get(`${locale} ${UNKNOWN}`) as T
    if (known !== undefined || !(directory[country] || everywhere.emergency[country])) return known ?? unknown
    try {
      const answer = makeFor(locale, country)
      made.set(name, answer)
      return answer
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
