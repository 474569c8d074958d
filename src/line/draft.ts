/**
 * The draft of a line: every authored file, read and shaped, before it is known to be sound.
 *
 * @example
 * const { draft, issues } = readDraft(await loadFiles(project))
 * draft?.flow.nodes.bone // { node: { kind: 'topic', number: 21, … }, source }
 */
import type { z } from 'zod'
import { takeAuthored } from '../authored/file-names.ts'
import { type Authored, type ReadableFiles, readFile } from '../authored/files.ts'
import { type Issue, issueAtStart, issueIn } from '../authored/issue.ts'
import { isOwn, ownPath } from '../authored/own-path.ts'
import { type Flow, readFlow } from '../flow/read.ts'
import { type KnownVoices, knownVoicesSchema } from '../locale/known-voices.ts'
import { type OtherLanguages, otherLanguagesSchema } from '../locale/other-languages.ts'
import { type AuthoredLocale, readLocale } from '../locale/read.ts'
import { type RecordingRows, readRecordings, recordingsPath } from '../locale/recordings-file.ts'
import type { ReviewRows } from '../locale/review.ts'
import { readReview, reviewPath } from '../locale/review-file.ts'
import { toldTexts } from '../locale/told-texts.ts'
import { layOwnFiles } from './own-files.ts'

export interface Draft {
  readonly flow: Flow
  readonly locales: Readonly<Record<string, AuthoredLocale>>
  /** By locale, who has read which text. */
  readonly reviews: Readonly<Record<string, ReviewRows>>
  /** By locale, the clips that there are. */
  readonly recordings: Readonly<Record<string, RecordingRows>>
  /** Languages that the line may lack. */
  readonly otherLanguages?: Authored<OtherLanguages>
  /** The voices that Twilio has. */
  readonly knownVoices?: Authored<KnownVoices>
}

const OTHER_LANGUAGES_FILE = 'locales/other-languages.json'
const VOICES_FILE = 'locales/voices.json'

/** `draft` is absent only when `flows/line.yaml` cannot be used; other broken files leave a gap and their issues. */
export function readDraft(files: ReadableFiles): { draft?: Draft; issues: readonly Issue[] } {
  const { readable, issues: nameIssues } = takeAuthored(files)
  const { files: laid, issues: ownIssues } = layOwnFiles(
    readable,
    nameIssues.flatMap(({ causes = [] }) => causes),
  )
  const { flow, issues: flowIssues } = readFlow(laid)
  const issues = [...nameIssues, ...ownIssues, ...flowIssues]
  if (!flow) return { issues }
  const locales: Record<string, AuthoredLocale> = {}
  const reviews: Record<string, ReviewRows> = {}
  const recordings: Record<string, RecordingRows> = {}
  for (const [index, name] of flow.settings.data.locales.entries()) {
    // A folder that may not be read has its issue already.
    if (Object.hasOwn(files, `locales/${name}`)) continue
    if (!Object.keys(laid).some((file) => file.startsWith(`locales/${name}/`))) {
      const message = `There is no folder locales/${name}. It has: ${foldersOf(laid).join(', ')}.`
      issues.push(issueIn(flow.settings.source)('unknown-locale', ['locales', index], message))
      continue
    }
    const { locale, issues: localeIssues } = readLocale(laid, name)
    issues.push(...localeIssues)
    if (!locale) continue
    locales[name] = locale
    const told = toldTexts(locale)
    const read = [reviewPath(name), ownPath(reviewPath(name))].map((file) =>
      readReview(file, tableIn(readable, file), told),
    )
    reviews[name] = new Map(read.flatMap(({ rows }) => [...rows]))
    issues.push(...read.flatMap(({ issues }) => issues))
    const clips = [recordingsPath(name), ownPath(recordingsPath(name))].map((file) =>
      readRecordings(file, tableIn(readable, file)),
    )
    recordings[name] = new Map(clips.flatMap(({ rows }) => [...rows]))
    issues.push(...clips.flatMap(({ issues }) => issues))
  }
  issues.push(...ownLanguagesUnread(readable, flow.settings.data.locales))
  const otherLanguages = readIfThere(laid, OTHER_LANGUAGES_FILE, otherLanguagesSchema, issues)
  const knownVoices = readIfThere(laid, VOICES_FILE, knownVoicesSchema, issues)
  const others = { ...(otherLanguages ? { otherLanguages } : {}), ...(knownVoices ? { knownVoices } : {}) }
  return { draft: { flow, locales, reviews, recordings, ...others }, issues }
}

/** The text of a table, which nothing parses before. */
function tableIn(files: ReadableFiles, file: string): string | undefined {
  const text = files[file]
  return typeof text === 'string' ? text : undefined
}

/** Own files of languages that the line does not have; shipped ones may be drafts. */
function ownLanguagesUnread(files: ReadableFiles, locales: readonly string[]) {
  const paths = Object.keys(files).filter(isOwn)
  return paths.flatMap((path) => {
    const [, locale] = /\/locales\/([^/]+)\//.exec(path) ?? []
    if (!locale || locales.includes(locale)) return []
    const message = `This line does not have the language "${locale}", so this file is not told. Add it to "locales", or correct the name of the folder.`
    return [issueAtStart(path, 'unknown-locale', message, 'warning')]
  })
}

/** Of files that a line can do without. */
function readIfThere<T>(files: ReadableFiles, file: string, schema: z.ZodType<T>, issues: Issue[]) {
  return Object.hasOwn(files, file) ? readFile(files, file, schema, issues) : undefined
}

/** The names of the folders of locales. */
export function foldersOf(files: ReadableFiles): readonly string[] {
  return [...new Set(Object.keys(files).flatMap((file) => /^locales\/([^/]+)\//.exec(file)?.[1] ?? []))]
}
