/**
 * A text that equals its source word for word was copied and not translated. One issue a file, at the first such text.
 *
 * @example
 * locales/fr/main.json:4:14 untranslated (locale fr): 62 texts equal those of locales/en. The first is nodes.bone.voice.where. …
 */
import { issueIn } from '../authored/issue.ts'
import { pushTo } from '../authored/records.ts'
import { sourceLocale } from '../flow/settings.ts'
import type { Draft } from '../line/draft.ts'
import { type ToldText, toldTexts } from '../locale/told-texts.ts'
import { type Check, PLACEHOLDER } from './check.ts'

/** Names, and phrases such as "988 Lifeline", are the same in many languages. */
const LONGEST_NAME = 20

export const checkUntranslated: Check<Draft> = function* ({ flow, locales }) {
  const source = sourceLocale(flow.settings.data)
  const original = locales[source]
  if (!original) return
  const originals = toldTexts(original)
  for (const [locale, texts] of Object.entries(locales)) {
    if (locale === source) continue
    const copies = new Map<string, (ToldText & { readonly key: string })[]>()
    for (const [key, told] of toldTexts(texts))
      if (originals.get(key)?.text === told.text && isProse(key, told.text))
        pushTo(copies, told.source.file, { ...told, key })
    for (const own of copies.values()) {
      const [first] = own
      if (!first) continue
      const what = own.length === 1 ? '1 text equals that' : `${own.length} texts equal those`
      yield issueIn(first.source, { locale })(
        'untranslated',
        first.path,
        `${what} of locales/${source} word for word. The first is ${first.key}. Translate them; a topic that is not translated yet is left out whole.`,
      )
    }
  }
}

/** The directory has names of services, which stay as they are. */
function isProse(key: string, text: string): boolean {
  return !key.startsWith('directory.') && text.replace(PLACEHOLDER, '').trim().length > LONGEST_NAME
}
