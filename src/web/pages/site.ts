/**
 * The data that every page is rendered from.
 *
 * @example
 * const { words } = pageContext(site, 'es')
 * words(phrase('page.topics')) // 'Todos los temas'
 */
import type { Line } from '../../line/line.ts'
import type { Place } from '../../line/place.ts'
import { mainPlace } from '../../line/prepare.ts'
import type { LocaleSettings } from '../../locale/locale-settings.ts'
import type { Texts } from '../../locale/texts.ts'
import type { PhoneNumber, Wording } from '../../locale/wording.ts'
import { writePhone } from '../../sms/render.ts'
import type { Asset } from '../assets.ts'
import type { OperatorPage } from './operator-nav.tsx'

export interface Site {
  readonly line: Line
  readonly texts: Texts
  readonly assets: readonly Asset[]
  /** The path of PUBLIC_URL, such as `/line` behind a proxy; usually an empty string. */
  readonly base: string
  /** The scheme and host of PUBLIC_URL; an empty string where none is set. */
  readonly origin: string
  /** Those behind the password that this server has. */
  readonly operatorPages: readonly OperatorPage[]
}

/** A site in one language. */
export interface PageContext extends Site {
  readonly locale: string
  readonly settings: LocaleSettings
  readonly words: (wording: Wording) => string
}

/** The properties of each component of a page. */
export interface PageProps {
  readonly page: PageContext
}

export function pageContext(site: Site, locale: string): PageContext {
  const { line, texts } = site
  const settings = line.locales[locale]?.settings
  if (!settings) throw new Error(`There is no locale "${locale}".`)
  const write = settings.direction === 'rtl' ? writeIsolated : writePhone
  return { ...site, locale, settings, words: (wording) => texts(locale, wording, write) }
}

/** From left to right amid words from right to left, which would turn its groups round (Unicode, UAX 9: LRI and PDI). */
function writeIsolated(phone: PhoneNumber): string {
  return `\u2066${writePhone(phone)}\u2069`
}

/** The main menu in the language of the page. A page has no caller, so the country is that of the line. */
export function pagePlace({ line, locale }: PageContext): Place {
  return mainPlace(line, 'sms', locale, line.settings.country)
}

/** The number to call in this language: one that offers it first, else the line's own. */
export function lineNumber({ line, locale }: PageContext): string | null {
  const { number, numbers } = line.settings
  return numbers.find(({ locales }) => locales[0] === locale)?.number ?? number
}

/** The title of a page for tabs and search engines: with the name of the line. */
export function titleWithName({ line }: PageContext, title: string): string {
  return `${title} – ${line.settings.name}`
}
