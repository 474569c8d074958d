/**
 * Authored files by their path from the root of the repository, and how one of them is read and checked.
 *
 * @example
 * const settings = readFile(files, 'flows/line.yaml', settingsSchema, issues)
 */
import type { z } from 'zod'
import { type Issue, issueAtStart, issueIn } from './issue.ts'
import { adviseOn, explainMismatch } from './mismatch.ts'
import { type Result, refused } from './result.ts'
import { asSource, type Source } from './source.ts'

export type Files = Readonly<Record<string, string | Unreadable>>

/** In the place of a text: why there is none, in a sentence for the author. */
export interface Unreadable {
  readonly problem: string
}

/** Files, some of them parsed already, as where one is laid over another (line/own-files.ts). */
export type ReadableFiles = Readonly<Record<string, string | Unreadable | Source>>

export function isUnreadable(text: ReadableFiles[string]): text is Unreadable {
  return typeof text === 'object' && 'problem' in text
}

export interface Authored<T> {
  readonly data: T
  readonly source: Source
}

/** The file's data, or nothing where the file is missing or broken. Adds what is wrong to `issues`. */
export function readFile<T>(
  files: ReadableFiles,
  file: string,
  schema: z.ZodType<T>,
  issues: Issue[],
): Authored<T> | undefined {
  const result = parseFile(files, file, schema)
  if (result.ok) return result.value
  issues.push(...result.problems)
  return undefined
}

function parseFile<T>(files: ReadableFiles, named: string, schema: z.ZodType<T>): Result<Authored<T>, Issue> {
  const [file = named] = [named, named.replace(/\.yaml$/, '.yml')].filter((name) =>
    Object.hasOwn(files, name),
  )
  const text = files[file]
  if (text === undefined) {
    const message = `There is no file ${file}. Add it; the README of its folder shows its form.`
    return refused({ ...issueAtStart(file, 'missing-file', message), follows: [file] })
  }
  if (isUnreadable(text)) return refused(issueAtStart(file, 'unreadable-file', text.problem))
  const read = asSource(file, text)
  if (!read.ok) return read
  const source = read.value
  if (source.data === null) {
    const message = 'This file is empty. Write what belongs there, or delete it.'
    return refused(issueAtStart(source.file, 'bad-shape', message))
  }
  const parsed = schema.safeParse(source.data, { error: adviseOn, reportInput: true })
  if (parsed.success) return { ok: true, value: { data: parsed.data, source } }
  const causes = parsed.error.issues.filter((mismatch, index, all) => !isFollowing(mismatch, index, all))
  return refused(...causes.map((mismatch) => badShape(source, mismatch)))
}

/** What is wrong with a value once more; and what is missing beside a name or value that is wrong, which may be it, misspelt. */
function isFollowing(mismatch: z.core.$ZodIssue, index: number, all: readonly z.core.$ZodIssue[]): boolean {
  const place = mismatch.path.join('.')
  if (all.findIndex(({ path }) => path.join('.') === place) < index) return true
  const beside = mismatch.path.slice(0, -1).join('.')
  const isBeside = ({ code, path }: z.core.$ZodIssue) =>
    (code === 'unrecognized_keys' ? path : path.slice(0, -1)).join('.') === beside
  return isMissing(mismatch) && all.some((other) => !isMissing(other) && isBeside(other))
}

function isMissing({ code, input }: z.core.$ZodIssue): boolean {
  return code === 'invalid_type' && input === undefined
}

/** A mismatch with the schema of a file, at its own place. */
function badShape(source: Source, mismatch: z.core.$ZodIssue): Issue {
  const path = mismatch.path.filter((step) => typeof step !== 'symbol')
  const issue = issueIn(source, path[0] === 'nodes' && path.length > 1 ? { node: String(path[1]) } : {})
  // A key that does not belong there is shown at the key, not at what holds it.
  const at = mismatch.code === 'unrecognized_keys' ? [...path, mismatch.keys[0] ?? ''] : path
  return issue('bad-shape', at, explainMismatch(mismatch, path, source.valueAt(path)))
}
