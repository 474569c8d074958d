/**
 * The texts of one language beside their sources, read from the files alone: also of a folder that is not complete, and of a language
 * that the line does not offer yet.
 *
 * @example
 * const { units } = readLanguage(await loadFiles(project), 'vi').value
 * units[0] // { key: 'directory.US.name', source: 'the United States', text: 'Hoa Kỳ', state: 'draft', … }
 */
import { takeAuthored } from '../authored/file-names.ts'
import type { Files } from '../authored/files.ts'
import { formatIssue, type Path } from '../authored/issue.ts'
import { ownPath, shippedPath } from '../authored/own-path.ts'
import { mapValues } from '../authored/records.ts'
import { type Result, refused } from '../authored/result.ts'
import type { FlowNode } from '../flow/node.ts'
import { readFlow } from '../flow/read.ts'
import { sourceLocale } from '../flow/settings.ts'
import { foldersOf } from '../line/draft.ts'
import { layOwnFiles } from '../line/own-files.ts'
import { type LocaleSettings, localeSettingsSchema } from '../locale/locale-settings.ts'
import { pluralForms } from '../locale/plural-forms.ts'
import { isOnRedList } from '../locale/red-list.ts'
import { type ReviewRow, type ReviewRows, sourceOf, stateOf, type TextState } from '../locale/review.ts'
import { readReview, reviewPath } from '../locale/review-file.ts'
import type { ToldText } from '../locale/told-texts.ts'
import { filesIn, keywordsIn, readSources, readTexts, valueAt } from './folder-texts.ts'

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
  /** Absent where `locale.json` is missing or broken. */
  readonly settings: LocaleSettings | undefined
  /** By their keys, in alphabetical order. Those of the source language are their own sources. */
  readonly units: readonly Unit[]
  readonly rows: ReviewRows
  /** Without those of the operator's own folder. */
  readonly shippedRows: ReviewRows
  readonly nodes: Readonly<Record<string, FlowNode>>
  /** By node, the words that lead to it, which nobody signs. */
  readonly keywords: Readonly<Record<string, readonly string[]>>
  /** The files of its folder, as they are shipped. */
  readonly files: Readonly<Record<string, string>>
}

/** What all languages share: the flows, and the texts of the source language. */
export interface AuthoredProject {
  readonly sourceLocale: string
  /** The tags of all folders, the source first. */
  readonly locales: readonly string[]
  readonly nodes: Readonly<Record<string, FlowNode>>
  readonly sources: ReadonlyMap<string, ToldText>
}

/** i18next's endings of the plural forms of a phrase. */
const PLURAL = /_(zero|one|two|few|many|other)$/

/** Each problem is a sentence, or an issue with its place. */
export function readLanguage(all: Files, locale: string): Result<Language> {
  const project = readProject(all)
  return project.ok ? languageIn(project.value, all, locale) : project
}

/** The same, of a language that people translate and sign. */
export function readTranslation(all: Files, locale: string): Result<Language> {
  const language = readLanguage(all, locale)
  if (!language.ok || locale !== language.value.sourceLocale) return language
  return refused(`"${locale}" is the language that the others are translated from: nobody signs it.`)
}

export function readProject(all: Files): Result<AuthoredProject> {
  const { readable } = takeAuthored(all)
  const { files } = layOwnFiles(readable)
  const { flow, issues } = readFlow(files)
  if (!flow) return refused(...issues.map(formatIssue))
  const original = sourceLocale(flow.settings.data)
  const sources = readSources(files, original)
  if (!sources.ok) return sources
  const nodes = mapValues(flow.nodes, ({ data }) => data)
  const locales = [...new Set([original, ...foldersOf(files)])]
  return { ok: true, value: { sourceLocale: original, locales, nodes, sources: sources.value } }
}

export function languageIn(project: AuthoredProject, all: Files, locale: string): Result<Language> {
  const { sourceLocale, locales, nodes, sources } = project
  const { readable } = takeAuthored(all)
  const folder = `locales/${locale}/`
  const files = filesIn(layOwnFiles(readable).files, folder)
  if (Object.keys(files).length === 0) {
    const known = locales.filter((each) => each !== sourceLocale)
    return refused(`There is no folder ${folder}. There are: ${known.join(', ') || 'none'}.`)
  }
  const read = readTexts(files)
  if (!read.ok) return read
  const written = mapValues(read.value, ({ data }) => data)
  const keys = keysFor(sources, locale)
  const path = reviewPath(locale)
  const [shipped, own] = [path, ownPath(path)].map((file) => readReview(file, readable[file], keys))
  const issues = [...(shipped?.issues ?? []), ...(own?.issues ?? [])]
  if (issues.length > 0) return refused(...issues.map(formatIssue))
  const shippedRows: ReviewRows = shipped?.rows ?? new Map()
  const rows: ReviewRows = new Map([...shippedRows, ...(own?.rows ?? [])])
  const units = [...keys].map(([key, told]): Unit => {
    const place = fileAndPath(key, told, folder, written)
    const found = valueAt(written[place.file], place.path)
    const text = typeof found === 'string' && found !== '' ? found : undefined
    const row = rows.get(key)
    const words = sourceOf(sources, key) ?? ''
    const state = text === undefined ? 'draft' : stateOf(row, words, text)
    return { key, source: words, text, ...place, state, row, isRed: isOnRedList(key, nodes) }
  })
  const sorted = units.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const settings = localeSettingsSchema.safeParse(written[`${folder}locale.json`]).data
  const keywords = keywordsIn(Object.values(read.value))
  const texts = Object.entries(readable).filter(([file]) => file.startsWith(folder))
  return {
    ok: true,
    value: {
      locale,
      sourceLocale,
      settings,
      units: sorted,
      rows,
      shippedRows,
      nodes,
      keywords,
      files: Object.fromEntries(texts),
    },
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
function fileAndPath(
  key: string,
  { source, path }: ToldText,
  folder: string,
  written: Readonly<Record<string, unknown>>,
) {
  const file = folder + shippedPath(source.file).split('/').slice(2).join('/')
  const [slug = ''] = path
  if (!key.startsWith('nodes.') || valueAt(written[file], [slug]) !== undefined) return { file, path }
  const own = Object.keys(written).find((each) => valueAt(written[each], [slug, 'label']) !== undefined)
  return { file: own ?? file, path }
}
