/**
 * Authored files by their path from the root of the repository, and how one of them is read and checked.
 *
 * @example
 * const settings = readFile(files, 'flows/line.yaml', settingsSchema, issues)
 */
import type { z } from 'zod'
import { type Issue, issueIn } from './issue.ts'
import type { Result } from './result.ts'
import { readSource, type Source } from './source.ts'

export type Files = Readonly<Record<string, string>>

export interface Authored<T> {
  readonly data: T
  readonly source: Source
}

/** The file's data, or nothing where the file is missing or broken. Adds what is wrong to `issues`. */
export function readFile<T>(
  files: Files,
  file: string,
  schema: z.ZodType<T>,
  issues: Issue[],
): Authored<T> | undefined {
  const result = parseFile(files, file, schema)
  if (result.ok) return result.value
  issues.push(...result.problems)
  return undefined
}

function parseFile<T>(files: Files, file: string, schema: z.ZodType<T>): Result<Authored<T>, Issue> {
  const text = files[file]
  if (text === undefined) {
    const issue = issueIn({ at: () => ({ file, line: 1, column: 1 }) })
    const message = `There is no file ${file}. Add it; the README of its folder shows its form.`
    return { ok: false, problems: [issue('missing-file', [], message)] }
  }
  const read = readSource(file, text)
  if (!read.ok) return read
  const source = read.value
  const parsed = schema.safeParse(source.data)
  if (parsed.success) return { ok: true, value: { data: parsed.data, source } }
  return { ok: false, problems: parsed.error.issues.map((mismatch) => badShape(source, mismatch)) }
}

/** A mismatch with the schema of a file, at its own place. */
function badShape(source: Source, { path, message }: z.core.$ZodIssue): Issue {
  const steps = path.filter((step) => typeof step !== 'symbol')
  const issue = issueIn(source, steps[0] === 'nodes' && steps.length > 1 ? { node: String(steps[1]) } : {})
  return issue('bad-shape', steps, `${steps.length > 0 ? `"${steps.join('.')}": ` : ''}${message}.`)
}
