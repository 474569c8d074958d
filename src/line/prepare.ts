/**
 * What must not fail when it is needed, made beforehand for every language and country of the directory. A country that
 * is not in the directory gets the words without its numbers.
 *
 * @example
 * const apology = prepare(line, 'sms', (place) => apologyAt(place))
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
  return (locale, country) => made.get(`${locale} ${country}`) ?? (made.get(`${locale} ${UNKNOWN}`) as T)
}

/** The main menu, as somebody of this language and country meets it. */
export function mainPlace(line: Line, channel: Channel, locale: string, country: string): Place {
  return {
    line,
    position: positionAt(line.main, locale),
    context: { channel, country, staffed: false, called: null },
  }
}
