/** Every locale has every phrase, with its placeholders, and says a choice before its key. */

import { didYouMean, nearest } from '../authored/did-you-mean.ts'
import type { Authored } from '../authored/files.ts'
import { issueIn } from '../authored/issue.ts'
import { leavesOf } from '../authored/records.ts'
import type { Draft } from '../line/draft.ts'
import { pagePhrases } from '../locale/page-phrases.ts'
import { linePhrases } from '../locale/phrases.ts'
import { hasPlurals, pluralForms } from '../locale/plural-forms.ts'
import type { PhraseTable } from '../locale/wording.ts'
import { type Check, listPlaceholders, placeholdersIn } from './check.ts'

/** W3C COGA and ISO/IEC 13714: "Bones, press 1", never "Press 1 for bones" (docs/design/standards.md IVR-02). */
const CHOICE_PHRASES: readonly string[] = ['voice.option', 'voice.shortOption']

/** Of a file that is hardly begun, one issue lists what is missing. */
const MOST_LISTED_ALONE = 3

export const checkPhrases: Check<Draft> = function* ({ locales }) {
  for (const [locale, { settings, phrases, pages }] of Object.entries(locales)) {
    const intl = settings.data.intl ?? locale
    if (!hasPlurals(intl))
      yield issueIn(settings.source, { locale })(
        'no-plurals',
        ['name'],
        `The runtime knows no plural forms of "${locale}". Name a language that has the same ones, under "intl".`,
      )
    yield* checkTable(locale, intl, phrases, linePhrases)
    yield* checkTable(locale, intl, pages, pagePhrases)
  }
}

/** `intl` is the language whose plural forms count. */
function* checkTable(locale: string, intl: string, { data, source }: Authored<object>, table: PhraseTable) {
  const issue = issueIn(source, { locale })
  const written = new Map(leavesOf(data).map(([path, text]) => [path.join('.'), String(text)]))
  const wanted = wantedPhrases(intl, table)
  const missing = [...wanted.keys()].filter((key) => !written.has(key))
  if (missing.length > MOST_LISTED_ALONE)
    yield issue(
      'missing-text',
      [],
      `${missing.length} phrases are missing: ${missing.join(', ')}. Write them.`,
    )
  for (const [key, names] of wanted) {
    const path = key.split('.')
    const text = written.get(key)
    if (text === undefined && missing.length > MOST_LISTED_ALONE) continue
    if (text === undefined) {
      const holders = names.length > 0 ? `, with ${listPlaceholders(names)}` : ''
      yield {
        ...issue('missing-text', path, `The phrase "${key}" is missing. Write it${holders}.`),
        follows: [`phrase ${source.file} ${key}`],
      }
      continue
    }
    const found = placeholdersIn(text)
    if (withoutCount(found) !== withoutCount(names))
      yield issue(
        'placeholder-differs',
        path,
        `"${key}" must have these placeholders: ${listPlaceholders(names)}. It has: ${listPlaceholders(found)}.`,
      )
    if (CHOICE_PHRASES.includes(key) && text.indexOf('{{key') < text.indexOf('{{label'))
      yield issue(
        'key-said-first',
        path,
        `"${key}" says the key before the choice. Say the choice first: people forget a key they hear before they know what it is for.`,
      )
  }
  for (const key of written.keys())
    if (!wanted.has(key))
      yield {
        ...issue(
          'extra-text',
          key.split('.'),
          `No phrase "${key}" is ever said. ${didYouMean(key, [...wanted.keys()], 'Remove it, or correct its name.')}`,
        ),
        causes: [`phrase ${source.file} ${nearest(key, missing)}`],
      }
}

/** The phrases that a locale must have: a phrase that counts has one for each plural form of the language. */
function wantedPhrases(intl: string, table: PhraseTable): ReadonlyMap<string, readonly string[]> {
  const forms = pluralForms(intl)
  return new Map(
    Object.entries(table).flatMap(([key, names]) =>
      (names.includes('count') ? forms.map((form) => `${key}_${form}`) : [key]).map((each) => [each, names]),
    ),
  )
}

/** "One choice" need not say its number. */
function withoutCount(names: readonly string[]): string {
  return names
    .filter((name) => name !== 'count')
    .sort()
    .join()
}
