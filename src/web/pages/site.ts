/**
 * What every page is made from, and the words it asks for.
 *
 * @example
 * const { words } = speaker(site, 'es')
 * words(phrase('page.topics')) // 'Todos los temas'
 */
import type { Line } from '../../line/line.ts'
import type { Place } from '../../line/place.ts'
import { positionAt } from '../../line/position.ts'
import { phrase } from '../../locale/phrases.ts'
import type { LocaleSettings } from '../../locale/schema.ts'
import type { Texts } from '../../locale/texts.ts'
import type { Wording } from '../../locale/wording.ts'
import { writePhone } from '../../sms/render.ts'
import type { Asset } from '../assets.ts'

export interface Site {
  readonly line: Line
  readonly texts: Texts
  readonly assets: readonly Asset[]
  /** The path under which the outside reaches this server, such as an empty string. */
  readonly base: string
}

/** A site in one language. */
export interface Reading extends Site {
  readonly locale: string
  readonly settings: LocaleSettings
  readonly words: (wording: Wording) => string
}

export function reading(site: Site, locale: string): Reading {
  const { line, texts } = site
  const settings = line.locales[locale]?.settings
  if (!settings) throw new Error(`There is no locale "${locale}".`)
  return { ...site, locale, settings, words: (wording) => texts(locale, wording, writePhone) }
}

/** Where a reader of a page stands: nobody called, so the line's own country counts. */
export function placeOf({ line, locale }: Reading): Place {
  return {
    line,
    position: positionAt(line.main, locale),
    context: { channel: 'sms', country: line.settings.country, staffed: false, called: null },
  }
}

/** The number to call for this language: one that offers it first, else the line's own. */
export function numberOf({ line, locale }: Reading): string | null {
  const { number, numbers } = line.settings
  return numbers.find(({ locales }) => locales[0] === locale)?.number ?? number
}

/** A command as it is printed, such as MENU. */
export function commandWord({ line, locale }: Reading, command: 'menu' | 'person'): string {
  return line.locales[locale]?.commands[command][0] ?? command
}

export function homeTitle({ line, words }: Reading): string {
  return words(phrase('page.title', { name: line.settings.name }))
}
