/**
 * Texts by key and language: where a wording becomes words. i18next lives here and nowhere else.
 *
 * @example
 * const texts = createTexts({ en: { nodes, phrases, directory } })
 * texts('en', phrase('voice.option', { label: 'bones', key: '1' }), writePhone) // 'Bones, press 1.'
 */
import i18next from 'i18next'
import type { DirectoryTexts } from './schema.ts'
import type { Phone, Value, Wording } from './wording.ts'

/** What is said of a node; `word` is the keyword that is printed. */
export interface SpokenNode {
  readonly label: string
  readonly title: string
  readonly word: string
  readonly voice: Readonly<Record<string, string>>
  readonly sms: Readonly<Record<string, string>>
}

/** The prose of one locale, by namespace; the shape that i18next calls resources. */
export interface Resources {
  readonly nodes: Readonly<Record<string, SpokenNode>>
  readonly phrases: object
  readonly directory: DirectoryTexts
}

/** Gives the words of a wording in a locale. A text that is missing there is given in the first locale. */
export type Texts = (locale: string, wording: Wording, writePhone: (phone: Phone) => string) => string

export function createTexts(resources: Readonly<Record<string, Resources>>): Texts {
  const i18n = i18next.createInstance()
  i18n.init({
    initAsync: false,
    resources: resources as never,
    ns: ['nodes', 'phrases', 'directory'],
    defaultNS: 'phrases',
    fallbackLng: Object.keys(resources)[0] ?? false,
    // The channels escape for XML; escaping here as well would be read aloud as "ampersand amp".
    interpolation: { escapeValue: false },
  })

  // Words to text are printed in capitals, so that they stand out: {{word, upper}}.
  i18n.services.formatter?.add('upper', (value: string, locale) => value.toLocaleUpperCase(locale))
  // What begins a sentence here may stand within one there: {{label, capital}}.
  i18n.services.formatter?.add(
    'capital',
    (value: string, locale) => value.charAt(0).toLocaleUpperCase(locale) + value.slice(1),
  )

  const texts: Texts = (locale, wording, writePhone) => {
    const resolve = (value: Value): string | number => {
      if (typeof value !== 'object') return value
      return 'phone' in value ? writePhone(value) : texts(locale, value, writePhone)
    }
    const values = Object.fromEntries(
      Object.entries(wording.values ?? {}).map(([name, value]) => [name, resolve(value)]),
    )
    return i18n.t(wording.key, { ...values, lng: locale })
  }
  return texts
}
