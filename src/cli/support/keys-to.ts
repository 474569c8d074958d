/**
 * The keys of a call to the main number, from its beginning.
 *
 * @example
 * [...keysToLanguage(line, 'es'), ...keysTo(line, 'es', 'bone')] // ['2', '1', '3', '1']
 */
import { menuKeys } from '../../flow/menu-keys.ts'
import type { Line } from '../../line/line.ts'
import { languageKeys } from '../../line/nodes/languages.ts'
import { nodesOffered } from '../../line/offered.ts'
import { mainPlace } from '../../line/prepare.ts'

/** None where the line has one language only. */
export function keysToLanguage(line: Line, locale: string): readonly string[] {
  return languageKeys(mainPlace(line, 'voice', locale, line.settings.country), locale)
}

/** Through menus, from the main menu; none for the main menu itself. */
export function keysTo(line: Line, locale: string, slug: string): readonly string[] {
  return (menuKeys(nodesOffered(line, locale), line.main).get(slug) ?? []).map(String)
}
