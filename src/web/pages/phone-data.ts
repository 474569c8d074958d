/**
 * The data that the phone in the browser gets with its page: its words, and how it reaches the line. The client reads it
 * in `src/web/client/page.ts`.
 */

import { mapValues } from '../../authored/records.ts'
import { pagePhrases } from '../../locale/page-phrases.ts'
import { dialledPhone } from '../../locale/wording.ts'
import { clipsHeard, type WordsOfClip } from '../../voice/clips-heard.ts'
import { languageKeysByCountry, type PhoneNode, phoneNodes } from './phone-nodes.ts'
import type { PageContext } from './site.ts'

export interface PhoneData {
  /** The phrases of the page, by key without `phone.`; `{{name}}` stands for a value. */
  readonly words: Readonly<Record<string, string>>
  readonly base: string
  /** The number that is called. */
  readonly to: string
  /** What is said in each clip, by its address. */
  readonly clips: Readonly<Record<string, WordsOfClip>>
  /** Languages by tag, in their own words. */
  readonly languages: Readonly<Record<string, string>>
  /** Menus and topics by slug. */
  readonly nodes: Readonly<Record<string, PhoneNode>>
  /** By country, the keys that choose the language of the page. */
  readonly languageKeys: Readonly<Record<string, string>>
}

/** ISO 3166-1 reserves this code for private use, so no directory has it. */
export const NO_COUNTRY = 'ZZ'

/** NANP reserves 555-0100 to 555-0199 for fiction; a line without a number uses one of them. */
const FICTIONAL = '+15555550100'

export function phoneData(page: PageContext): PhoneData {
  const { line, base, texts, locale } = page
  const entries = Object.entries<readonly string[]>(pagePhrases).flatMap(([key, names]) => {
    const [, name] = /^phone\.(.+)$/.exec(key) ?? []
    const values = Object.fromEntries(names.map((each) => [each, `{{${each}}}`]))
    return name ? [[name, texts(locale, { key: `phrases:${key}`, values }, dialledPhone)]] : []
  })
  return {
    words: Object.fromEntries(entries),
    base,
    to: line.settings.number ?? FICTIONAL,
    clips: clipsHeard(line),
    languages: mapValues(line.locales, ({ settings }) => settings.name),
    nodes: phoneNodes(page),
    languageKeys: languageKeysByCountry(page, [...Object.keys(line.directory), NO_COUNTRY]),
  }
}
