/**
 * The words by which people say which country they are in, of all locales together.
 *
 * @example
 * buildCountryWords(['GB', 'MX'], {}, locales).names // { 'united kingdom': 'GB', uk: 'GB', mexico: 'MX', … }
 */
import { mapValues } from '../authored/records.ts'
import { usualNames } from '../locale/country-names.ts'
import type { Countries, DirectoryTexts } from '../locale/country-texts.ts'
import { parsePattern } from './patterns.ts'
import { splitLetters } from './tokens.ts'

export interface CountryWords {
  /** By locale, what stands before the name of a country where the writer is now. */
  readonly before: Readonly<Record<string, readonly string[]>>
  /** The same, but only where no more is said. */
  readonly beforeAlone: Readonly<Record<string, readonly string[]>>
  /** Words that may stand around either and mean nothing. */
  readonly around: readonly string[]
  /** Words after a name: the writer is not there now. */
  readonly notNow: readonly string[]
  /** Codes of countries by their names; '' for what looks like one and is none here. */
  readonly names: Readonly<Record<string, string>>
  /** Names that are other words too. */
  readonly notAlone: readonly string[]
}

/** What a locale lists as patterns. */
type Listed = Exclude<keyof Countries, 'names' | 'carriers'>

interface CountryLocale {
  readonly countries: Countries
  readonly directory: DirectoryTexts
}

/** `read` writes words as those of messages are read. `codes` are those of countries with numbers; `territories` are told the numbers of another. */
export function buildCountryWords(
  codes: readonly string[],
  territories: Readonly<Record<string, string>>,
  locales: Readonly<Record<string, CountryLocale>>,
  read: (text: string) => string,
): CountryWords {
  const listedBy = (name: Listed) =>
    mapValues(locales, ({ countries }) => countries[name].flatMap((pattern) => spellings(pattern, read)))
  const listed = (name: Listed) => Object.values(listedBy(name)).flat()
  const never = listed('never')
  const names = Object.entries(locales).flatMap(([locale, { countries, directory }]) => {
    const usual = usualNames(locale)
    return codes.flatMap((code) =>
      [directory[code]?.name, ...(countries.names[code] ?? []), usual(code)]
        .map((name) => read(name ?? ''))
        .filter((name) => name !== '')
        .map((name) => [name, territories[code] ?? code] as const),
    )
  })
  return {
    before: listedBy('before'),
    beforeAlone: listedBy('beforeAlone'),
    around: listed('around'),
    notNow: listed('notNow'),
    // The first locale's own names go before the same name in another.
    names: { ...Object.fromEntries(names.reverse()), ...Object.fromEntries(never.map((name) => [name, ''])) },
    notAlone: listed('notAlone'),
  }
}

/** Every way to read a pattern. */
function spellings(pattern: string, read: (text: string) => string): readonly string[] {
  return parsePattern(pattern, read).reduce<readonly string[]>(
    (before, slot) => before.flatMap((text) => slot.map((words) => splitLetters(`${text} ${words}`))),
    [''],
  )
}
