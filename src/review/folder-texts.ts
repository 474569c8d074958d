/**
 * The authored texts of one folder, read without checks: a folder may be half written, and any string in the place of a text is one.
 *
 * @example
 * const read = readTexts(filesIn(readable, 'locales/vi/'))
 * if (read.ok) valueAt(read.value['locales/vi/main.json']?.data, ['bone', 'label']) // 'xương'
 */

import type { ReadableFiles } from '../authored/files.ts'
import { formatIssue, type Issue, issueAtStart, type Path } from '../authored/issue.ts'
import { shippedPath } from '../authored/own-path.ts'
import { isRecord } from '../authored/records.ts'
import { type Result, refused } from '../authored/result.ts'
import { readSource, type Source } from '../authored/source.ts'
import { TEXT_FILES, type ToldText, toldTextsIn } from '../locale/told-texts.ts'

/** Files of words that the line only understands; the largest of all. */
const ONLY_UNDERSTOOD = /\/(alarms|commands|countries|cries|examples|numerals|signs)\.json$/

/** Settings and nodes of the flows, and what a locale tells. */
const READ = /^(flows\/(?!sources\.)[^/]+\.ya?ml|locales\/[^/]+\/([^/]+\.json|review\.csv))$/

/** Whether a file is needed to read a language. */
export function isForReview(path: string): boolean {
  const shipped = shippedPath(path)
  return READ.test(shipped) && !ONLY_UNDERSTOOD.test(shipped)
}

/** Does not check shapes, as the lints do: any string in the place of a text is one. */
export function readSources(readable: ReadableFiles, locale: string): Result<ReadonlyMap<string, ToldText>> {
  const folder = `locales/${locale}/`
  const read = readTexts(filesIn(readable, folder))
  if (!read.ok) return read
  const fileOf = (name: string) => read.value[`${folder}${name}.json`]
  const missing = TEXT_FILES.filter((name) => !fileOf(name)).map((name) => `${folder}${name}.json`)
  if (missing.length > 0) return refused(`These files are missing: ${missing.join(', ')}.`)
  const others = [...TEXT_FILES, 'locale'].map(fileOf)
  const themes = Object.values(read.value).filter((file) => !others.includes(file))
  const textsOf = (name: string) => {
    const source = fileOf(name)
    return source && { data: source.data, source }
  }
  return { ok: true, value: toldTextsIn(nodesIn(themes), textsOf) }
}

/** A file is parsed already where an operator's file is laid over it. */
function sourceOf(file: string, text: ReadableFiles[string]): Result<Source, Issue> {
  if (text === undefined || typeof text === 'string') return readSource(file, text ?? '')
  if ('problem' in text) return refused(issueAtStart(file, 'unreadable-file', text.problem))
  return { ok: true, value: text }
}

export function keywordsIn(themes: readonly Source[]): Readonly<Record<string, readonly string[]>> {
  const nodes = Object.entries(nodesIn(themes))
  const isWord = (word: unknown) => typeof word === 'string'
  return Object.fromEntries(
    nodes.flatMap(([slug, { data }]) =>
      Array.isArray(data.keywords) ? [[slug, data.keywords.filter(isWord)]] : [],
    ),
  )
}

function nodesIn(themes: readonly Source[]) {
  const nodes = themes.flatMap((source) =>
    isRecord(source.data)
      ? Object.entries(source.data).flatMap(([slug, data]) =>
          isRecord(data) ? [[slug, { data, source }] as const] : [],
        )
      : [],
  )
  return Object.fromEntries(nodes)
}

export function filesIn(files: ReadableFiles, folder: string): ReadableFiles {
  return Object.fromEntries(Object.entries(files).filter(([file]) => file.startsWith(folder)))
}

/** By their paths, the files that may hold texts that are told. */
export function readTexts(files: ReadableFiles): Result<Readonly<Record<string, Source>>> {
  const read = Object.entries(files)
    .filter(([file]) => file.endsWith('.json') && !ONLY_UNDERSTOOD.test(file))
    .map(([file, text]) => [file, sourceOf(file, text)] as const)
  const sources = read.flatMap(([file, result]) => (result.ok ? [[file, result.value] as const] : []))
  const issues = read.flatMap(([, result]) => (result.ok ? [] : result.problems))
  return issues.length > 0
    ? refused(...issues.map(formatIssue))
    : { ok: true, value: Object.fromEntries(sources) }
}

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (isRecord(here) && Object.hasOwn(here, step) ? here[step] : undefined),
    data,
  )
}
