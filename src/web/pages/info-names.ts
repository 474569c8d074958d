/**
 * The pages about the line itself, each at `/<locale>/<name>`; the same name without a language leads to that of the reader.
 *
 * @example
 * infoTitle('privacy') // the phrase "Your privacy"
 */
import { phrase } from '../../locale/phrases.ts'
import type { Wording } from '../../locale/wording.ts'

export const infoNames = ['about', 'sources', 'privacy', 'terms', 'accessibility', 'status'] as const
export type InfoName = (typeof infoNames)[number]

/** Below a language, no topic can have these as its address. */
export const reservedNames: ReadonlySet<string> = new Set([...infoNames, 'card', 'search'])

const TITLES: Readonly<Record<InfoName, Wording>> = {
  about: phrase('info.about'),
  sources: phrase('info.sources'),
  privacy: phrase('page.privacy'),
  terms: phrase('info.terms'),
  accessibility: phrase('info.access'),
  status: phrase('info.status'),
}

export function infoTitle(name: InfoName): Wording {
  return TITLES[name]
}
