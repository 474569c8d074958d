/**
 * The texts of one language beside their sources, read from the files alone: also of a folder that is not complete, and of a language
 * that the line does not offer yet.
 *
 * @example
 * const { units } = readLanguage(await loadFiles(project), 'vi').value
 * units[0] // { key: 'directory.US.name', source: 'the United States', text: 'Hoa Kỳ', state: 'draft', … }
 */
import { takeAuthored } from '../../authored/file-names.ts'
import type { Files } from '../../authored/files.ts'
import { formatIssue, type Issue, type Path } from '../../authored/issue.ts'
import { mapValues } from '../../authored/records.ts'
import type { Result } from '../../authored/result.ts'
import { readSource } from '../../authored/source.ts'
import type { FlowNode } from '../../flow/node.ts'
import { readFlow } from '../../flow/read.ts'
import { sourceLocale } from '../../flow/settings.ts'
import { foldersOf } from '../../line/draft.ts'
import { pluralForms } from '../../locale/plural-forms.ts'
import { readLocale } from '../../locale/read.ts'
import { isOnRedList } from '../../locale/red-list.ts'
import { type ReviewRow, type ReviewRows, sourceOf, stateOf, type TextState } from '../../locale/review.ts'
import { readReview, reviewPath } from '../../locale/review-file.ts'
import { type ToldText, toldTexts } from '../../locale/told-texts.ts'

/** A text and its translation. */
export interface Unit {
  readonly key: string
  readonly source: string
  /** Undefined where it is not written yet. */
  readonly text: string | undefined
  /** Where it is written, or belongs. */
  readonly file: string
  readonly path: Path
  readonly state: TextState
  readonly row: ReviewRow | undefined
  readonly isRed: boolean
}

export interface Language {
  readonly locale: string
  readonly sourceLocale: string
  /** By their keys, in alphabetical order. */
  readonly units: readonly Unit[]
  readonly rows: ReviewRows
  readonly nodes: Readonly<Record<string, FlowNode>>
  /** The texts of the files of its folder. */
  readonly files: Readonly<Record<string, string>>
}

/** i18next's endings of the plural forms of a phrase. */
const PLURAL = /_(zero|one|two|few|many|other)$/

/** Each problem is a sentence, or an issue with its place. */
export function readLanguage(all: Files, locale: string): Result<Language> {
  const { readable } = takeAuthored(all)
  const { flow, issues } = readFlow(readable)
  if (!flow) return failed(issues)
  const original = sourceLocale(flow.settings.data)
  if (locale === original)
    return {
      ok: false,
      problems: [`"${locale}" is the language that the others are translated from: nobody signs it.`],
    }
  const folder = `locales/${locale}/`
  const files = Object.fromEntries(Object.entries(readable).filter(([file]) => file.startsWith(folder)))
  if (Object.keys(files).length === 0) {
    const known = foldersOf(readable).filter((each) => each !== original)
    return {
      ok: false,
      problems: [`There is no folder ${folder}. There are: ${known.join(', ') || 'none'}.`],
    }
  }
  const source = readLocale(readable, original)
  if (!source.locale) return failed(source.issues)
  const written = readTexts(files)
  if (!written.ok) return written
  const sources = toldTexts(source.locale)
  const nodes = mapValues(flow.nodes, ({ data }) => data)
  const keys = keysFor(sources, locale)
  const { rows, issues: rowIssues } = readReview(reviewPath(locale), files[reviewPath(locale)], keys)
  if (rowIssues.length > 0) return failed(rowIssues)
  const units = [...keys].map(([key, told]): Unit => {
    const place = placeOf(key, told, folder, written.value)
    const found = valueAt(written.value[place.file], place.path)
    const text = typeof found === 'string' && found !== '' ? found : undefined
    const row = rows.get(key)
    const words = sourceOf(sources, key) ?? ''
    const state = text === undefined ? 'draft' : stateOf(row, words, text)
    return { key, source: words, text, ...place, state, row, isRed: isOnRedList(key, nodes) }
  })
  const sorted = units.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return { ok: true, value: { locale, sourceLocale: original, units: sorted, rows, nodes, files } }
}

function failed(issues: readonly Issue[]): Result<never> {
  return { ok: false, problems: issues.map(formatIssue) }
}

function readTexts(files: Readonly<Record<string, string>>): Result<Readonly<Record<string, unknown>>> {
  const read = Object.entries(files).flatMap(([file, text]) =>
    file.endsWith('.json') ? [[file, readSource(file, text)] as const] : [],
  )
  const issues = read.flatMap(([, result]) => (result.ok ? [] : result.problems))
  if (issues.length > 0) return failed(issues)
  return {
    ok: true,
    value: Object.fromEntries(read.map(([file, result]) => [file, result.ok && result.value.data])),
  }
}

/** A phrase that counts has the plural forms of its own language. */
function keysFor(sources: ReadonlyMap<string, ToldText>, locale: string): ReadonlyMap<string, ToldText> {
  const forms = pluralForms(locale)
  return new Map(
    [...sources].flatMap(([key, told]) => {
      if (!PLURAL.test(key)) return [[key, told] as const]
      const of = (text: string) => forms.map((form) => text.replace(PLURAL, `_${form}`))
      return of(key).map((each) => [each, { ...told, path: withEnding(told.path, each) }] as const)
    }),
  )
}

function withEnding(path: Path, key: string): Path {
  return [...path.slice(0, -1), key.split('.').at(-1) ?? '']
}

/** The texts of a node may be in a file of another name than those of the source. */
function placeOf(
  key: string,
  { source, path }: ToldText,
  folder: string,
  written: Readonly<Record<string, unknown>>,
) {
  const file = folder + source.file.split('/').slice(2).join('/')
  const [slug = ''] = path
  if (!key.startsWith('nodes.') || valueAt(written[file], [slug]) !== undefined) return { file, path }
  const own = Object.keys(written).find((each) => valueAt(written[each], [slug, 'label']) !== undefined)
  return { file: own ?? file, path }
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, step)
        ? Reflect.get(here, step)
        : undefined,
    data,
  )
}
