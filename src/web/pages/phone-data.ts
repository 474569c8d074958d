/**
 * What the phone in the browser is given with its page: its words, and how it reaches the line. Read back by
 * `src/browser/page.ts`.
 */
import { mapValues } from '../../authored/records.ts'
import { pagePhrases } from '../../locale/page-phrases.ts'
import type { Reading } from './site.ts'

export interface PhoneData {
  /** The phrases of the page, by key without `phone.`; `{{name}}` stands for a value. */
  readonly words: Readonly<Record<string, string>>
  readonly base: string
  /** The number that is called. */
  readonly to: string
  /** Languages by tag, in their own words. */
  readonly languages: Readonly<Record<string, string>>
}

/** A number that is kept for stories (NANP 555-01XX); for a line that has none of its own. */
const FICTIONAL = '+15555550100'

export function phoneData({ line, base, texts, locale }: Reading): PhoneData {
  const entries = Object.entries<readonly string[]>(pagePhrases).flatMap(([key, names]) => {
    const [, name] = /^phone\.(.+)$/.exec(key) ?? []
    const values = Object.fromEntries(names.map((each) => [each, `{{${each}}}`]))
    return name ? [[name, texts(locale, { key: `phrases:${key}`, values }, ({ phone }) => phone)]] : []
  })
  return {
    words: Object.fromEntries(entries),
    base,
    to: line.settings.number ?? FICTIONAL,
    languages: mapValues(line.locales, ({ settings }) => settings.name),
  }
}
