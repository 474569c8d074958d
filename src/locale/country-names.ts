/**
 * What countries are called in a language: as its files say, and otherwise as CLDR says, which the runtime brings along (Intl.DisplayNames).
 *
 * @example
 * printedNames('en', ['GB', 'PH', 'FR'], directory, names) // { GB: 'the United Kingdom', PH: 'the Philippines', FR: 'France' }
 */
import type { Countries, DirectoryTexts } from './country-texts.ts'

/** By ISO code, the name that people hear and read. */
export function printedNames(
  locale: string,
  codes: readonly string[],
  directory: DirectoryTexts,
  names: Countries['names'],
): Readonly<Record<string, string>> {
  const usual = usualNames(locale)
  return Object.fromEntries(
    codes.flatMap((code) => {
      const name = directory[code]?.name ?? names[code]?.[0] ?? usual(code)
      return name === undefined ? [] : [[code, name] as const]
    }),
  )
}

/** CLDR's name; undefined where it has none in the language. */
export function usualNames(locale: string): (code: string) => string | undefined {
  if (Intl.DisplayNames.supportedLocalesOf([locale]).length === 0) return () => undefined
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
  return (code) => names.of(code)
}
