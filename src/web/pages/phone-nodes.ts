/**
 * What the phone in the browser shows of each place of a call: its title, how many parts a caller hears there, and the keys that lead
 * to it from the first prompt.
 *
 * @example
 * phoneNodes(page).bone // { titles: { en: 'Bones', es: 'Huesos' }, word: 'BONE', keys: '721', parts: 6 }
 * languageKeysByCountry(page) // { US: '1', MX: '2' }
 */

import { mapValues } from '../../authored/records.ts'
import { KEYS } from '../../line/keys.ts'
import { languageKeys } from '../../line/nodes/languages.ts'
import { isOff } from '../../line/offered.ts'
import { isSpoken, nodeText } from '../../line/place.ts'
import { mainPlace } from '../../line/prepare.ts'
import { lineByPhone } from '../../line/tell-recorded.ts'
import { dialledPhone } from '../../locale/wording.ts'
import type { PageContext } from './site.ts'

export interface PhoneNode {
  /** By language. */
  readonly titles: Readonly<Record<string, string>>
  /** Of a topic: the word to text in the language of the page. */
  readonly word?: string
  /** Of a topic: the keys after that of the language; none where it is off today. */
  readonly keys?: string
  /** Of a topic: how many parts callers hear. */
  readonly parts?: number
  /** By country, how many more parts are for its callers alone. */
  readonly more?: Readonly<Record<string, number>>
}

export function phoneNodes({ line, texts, locale }: PageContext): Readonly<Record<string, PhoneNode>> {
  const textOf = (language: string, slug: string, path: string) =>
    texts(language, nodeText(slug, path), dialledPhone)
  const entries = Object.entries(line.nodes).flatMap(([slug, node]) => {
    if (node.kind !== 'topic' && node.kind !== 'menu') return []
    const titles = Object.fromEntries(
      Object.keys(line.locales).map((language) => [language, textOf(language, slug, 'title')]),
    )
    if (node.kind === 'menu') return [[slug, { titles }] as const]
    const told = {
      word: textOf(locale, slug, 'word').toLocaleUpperCase(locale),
      ...(isOff(line, slug) ? {} : { keys: `${KEYS.number}${node.number}` }),
      parts: node.parts.voice.length,
      ...(node.countries ? { more: mapValues(node.countries, ({ voice = [] }) => voice.length) } : {}),
    }
    return [[slug, { titles, ...told }] as const]
  })
  return Object.fromEntries(entries)
}

/** The keys that choose the language of the page; none where a call cannot be held in it. */
export function languageKeysByCountry(
  { line, locale }: PageContext,
  countries: readonly string[],
): Readonly<Record<string, string>> {
  const byPhone = lineByPhone(line)
  const keysIn = (country: string) => {
    const { context } = mainPlace(byPhone, 'voice', locale, country)
    const called = { ...context, called: line.settings.number }
    return isSpoken(line, locale) ? languageKeys({ line: byPhone, context: called }, locale).join('') : ''
  }
  return Object.fromEntries(countries.map((country) => [country, keysIn(country)]))
}
