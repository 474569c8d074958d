/**
 * A text that equals its source word for word was copied and not translated. One issue a file, at the first such text.
 *
 * @example
 * locales/fr/main.json:4:14 untranslated (locale fr): 62 texts equal those of locales/en. The first is bone.voice.where. …
 */
import type { Authored } from '../authored/files.ts'
import { issueIn, type Path } from '../authored/issue.ts'
import { leavesOf, pushTo } from '../authored/records.ts'
import { sourceLocale } from '../flow/settings.ts'
import type { Draft } from '../line/draft.ts'
import type { AuthoredLocale } from '../locale/read.ts'
import type { Check } from './check.ts'

interface Text {
  readonly file: Pick<Authored<object>, 'source'>
  readonly path: Path
  readonly words: string
}

/** Names, and phrases such as "988 Lifeline", are the same in many languages. */
const LONGEST_NAME = 20
const PLACEHOLDER = /\{\{[^}]*\}\}/g
/** Of a node, what people hear and read. */
const TOLD = ['label', 'title', 'voice', 'sms'] as const

export const checkUntranslated: Check<Draft> = function* ({ flow, locales }) {
  const source = sourceLocale(flow.settings.data)
  const original = locales[source]
  if (!original) return
  const originals = new Map(textsOf(original).map(({ path, words }) => [path.join('.'), words]))
  for (const [locale, texts] of Object.entries(locales)) {
    if (locale === source) continue
    const copies = textsOf(texts).filter(
      ({ path, words }) => isProse(words) && originals.get(path.join('.')) === words,
    )
    const byFile = new Map<string, Text[]>()
    for (const copy of copies) pushTo(byFile, copy.file.source.file, copy)
    for (const own of byFile.values()) {
      const [first] = own
      if (!first) continue
      const { file, path } = first
      const what = own.length === 1 ? '1 text equals that' : `${own.length} texts equal those`
      yield issueIn(file.source, { locale })(
        'untranslated',
        path.slice(1),
        `${what} of locales/${source} word for word. The first is ${path.join('.')}. Translate them; a topic that is not translated yet is left out whole.`,
      )
    }
  }
}

function textsOf({ nodes, phrases, pages, rules, warnings, replies }: AuthoredLocale): readonly Text[] {
  const files = Object.entries({ phrases, pages, rules, warnings, replies }).flatMap(([name, file]) =>
    textsIn(file, file.data, [name]),
  )
  const told = Object.entries(nodes).flatMap(([slug, file]) =>
    TOLD.flatMap((field) => textsIn(file, { [field]: file.data[field] }, ['nodes', slug])),
  )
  return [...files, ...told]
}

function textsIn(file: Text['file'], data: object, base: Path): readonly Text[] {
  return [...leavesOf(data)].map(([path, words]) => ({
    file,
    path: [...base, ...path],
    words: String(words),
  }))
}

function isProse(words: string): boolean {
  return words.replace(PLACEHOLDER, '').trim().length > LONGEST_NAME
}
