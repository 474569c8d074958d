/**
 * Turns a wording into the words of a language. The only file that uses i18next.
 *
 * @example
 * const texts = createTexts({ en: { nodes, phrases, directory } })
 * texts('en', phrase('voice.option', { label: 'bones', key: '1' }), writePhone) // 'Bones, press 1.'
 */
import i18next from 'i18next'
import { mapValues } from '../authored/records.ts'
import type { DirectoryTexts } from './country-texts.ts'
import type { SpokenAndTexted } from './schema.ts'
import type { PhoneNumber, Value, Wording } from './wording.ts'

/** The texts of a node; `word` is the keyword that pages and texts print. */
export interface SpokenNode {
  readonly label: string
  readonly title: string
  readonly word: string
  readonly voice: Readonly<Record<string, string>>
  readonly sms: Readonly<Record<string, string>>
}

/** The prose of one locale, by namespace (i18next: resources). */
export interface Resources {
  readonly nodes: Readonly<Record<string, SpokenNode>>
  readonly phrases: object
  readonly directory: DirectoryTexts
  /** By ISO code, the names of countries. */
  readonly countries: Readonly<Record<string, string>>
  readonly rules: SpokenAndTexted
  readonly replies: SpokenAndTexted
  /** Of a language that the line lacks: that it does. */
  readonly otherLanguages?: { readonly sms: string }
}

/** The words of a wording in a locale; a text that the locale lacks is taken from the source locale. */
export type Texts = (
  locale: string,
  wording: Wording,
  writePhone: (phone: PhoneNumber) => string,
  /** Put around each value, where the words must be told apart from it (clips.ts). */
  mark?: (value: string) => string,
) => string

/**
 * `intl` names, by locale, another language whose plural forms stand in for those that the runtime lacks; `source` is the locale whose
 * texts stand in for those that another lacks.
 */
export function createTexts(
  resources: Readonly<Record<string, Partial<Resources>>>,
  intl: Readonly<Record<string, string | undefined>> = {},
  source: string | undefined = Object.keys(resources)[0],
): Texts {
  const i18n = i18next.createInstance()
  i18n.init({
    initAsync: false,
    resources: resources as never,
    ns: ['nodes', 'phrases', 'directory', 'countries', 'rules', 'replies', 'otherLanguages'],
    defaultNS: 'phrases',
    fallbackLng: source ?? false,
    // TwiML is escaped when it is rendered; escaping twice would be read aloud as "ampersand amp".
    interpolation: { escapeValue: false },
  })

  // For a language that it does not know, Intl takes the plural forms of the machine's own language.
  const { pluralResolver } = i18n.services
  const ruleFor = pluralResolver.getRule.bind(pluralResolver)
  pluralResolver.getRule = (code: string, options: object) => ruleFor(intl[code] ?? code, options)

  // {{word, upper}}: keywords to text are printed in capitals, so that they stand out.
  i18n.services.formatter?.add('upper', (value: string, locale) => value.toLocaleUpperCase(locale))
  // {{label, capital}}: a label that stands inside one sentence may begin another.
  i18n.services.formatter?.add(
    'capital',
    (value: string, locale) => value.charAt(0).toLocaleUpperCase(locale) + value.slice(1),
  )

  const texts: Texts = (locale, wording, writePhone, mark) => {
    const resolve = (value: Value): string | number => {
      if (typeof value !== 'object') return value
      return 'phone' in value ? writePhone(value) : texts(locale, value, writePhone, mark)
    }
    const values = mapValues(wording.values ?? {}, resolve)
    // Plural forms follow the number itself, without marks.
    const marked = mark && { replace: mapValues(values, (value) => mark(String(value))) }
    return i18n.t(wording.key, { ...values, ...marked, lng: locale })
  }
  return texts
}
