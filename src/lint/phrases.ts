/** Every locale has every phrase, with its placeholders, and says a choice before its key. */
import type { Authored } from '../authored/files.ts'
import type { Issue } from '../authored/issue.ts'
import { pagePhrases } from '../locale/page-phrases.ts'
import { linePhrases } from '../locale/phrases.ts'
import type { PhraseTable } from '../locale/wording.ts'
import { type Check, issueAt } from './draft.ts'
import { placeholdersIn } from './placeholders.ts'

/** W3C COGA and ISO/IEC 13714: "Bones, press 1", never "Press 1 for bones" (standards.md IVR-02). */
const CHOICE_PHRASES: Readonly<Record<string, string>> = {
  'voice.option': 'label',
  'voice.shortOption': 'label',
}

export const checkPhrases: Check = ({ locales }) =>
  Object.entries(locales).flatMap(([locale, { phrases, pages }]) => [
    ...checkTable(locale, phrases, linePhrases),
    ...checkTable(locale, pages, pagePhrases),
  ])

function checkTable(locale: string, phrases: Authored<object>, table: PhraseTable): readonly Issue[] {
  const issues: Issue[] = []
  const about = { locale }
  const written = flatten(phrases.data)
  const wanted = wantedKeys(locale, table)
  for (const [key, names] of wanted) {
    const text = written.get(key)
    const at = key.split('.')
    if (text === undefined) {
      issues.push(
        issueAt(
          'missing-text',
          phrases.source,
          at,
          `The phrase "${key}" is missing. Write it${names.length > 0 ? `, with ${names.map((name) => `{{${name}}}`).join(' and ')}` : ''}.`,
          about,
        ),
      )
      continue
    }
    const have = placeholdersIn(text)
    // "One choice" need not say its number.
    const uncounted = (list: readonly string[]) =>
      list
        .filter((name) => name !== 'count')
        .sort()
        .join()
    if (uncounted(have) !== uncounted(names))
      issues.push(
        issueAt(
          'placeholder-differs',
          phrases.source,
          at,
          `"${key}" must name ${list(names)}; it names ${list(have)}.`,
          about,
        ),
      )
    const label = CHOICE_PHRASES[key]
    if (label && text.indexOf('{{key') < text.indexOf(`{{${label}`))
      issues.push(
        issueAt(
          'key-said-first',
          phrases.source,
          at,
          `"${key}" says the key before the choice. Say the choice first: people forget a key they hear before they know what it is for.`,
          about,
        ),
      )
  }
  for (const key of written.keys())
    if (!wanted.has(key))
      issues.push(
        issueAt(
          'extra-text',
          phrases.source,
          key.split('.'),
          `No phrase "${key}" is ever said. Take it away, or mend its name.`,
          about,
        ),
      )
  return issues
}

/** The keys that a locale must have: a phrase that counts has one for each plural form of the language. */
function wantedKeys(locale: string, table: PhraseTable): ReadonlyMap<string, readonly string[]> {
  const forms = pluralForms(locale)
  return new Map(
    Object.entries(table).flatMap(([key, names]) =>
      names.includes('count')
        ? forms.map((form) => [`${key}_${form}`, names] as const)
        : [[key, names] as const],
    ),
  )
}

/** The plural forms that menus can need: those of 1 to 8. */
function pluralForms(locale: string): readonly string[] {
  const rules = new Intl.PluralRules(locale)
  return [...new Set([1, 2, 3, 4, 5, 6, 7, 8].map((count) => rules.select(count)))]
}

function flatten(data: Authored<object>['data'], prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? [...flatten(value, `${prefix}${name}.`)]
        : [[`${prefix}${name}`, String(value)] as const],
    ),
  )
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.map((name) => `{{${name}}}`).join(', ')
}
