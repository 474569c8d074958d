/**
 * Authored files by their path from the root of the repository, and how one of them is read and checked.
 *
 * @example
 * const settings = readFile(files, 'flows/line.yaml', settingsSchema, issues)
 */
import type { z } from 'zod'
import type { Issue } from './issue.ts'
import { shape } from './shape.ts'
import { readSource, type Source } from './source.ts'

export type Files = Readonly<Record<string, string>>

export interface Authored<T> {
  readonly data: T
  readonly source: Source
}

/** The file's data, or nothing where it is missing or broken; what is wrong is added to `issues`. */
export function readFile<T>(
  files: Files,
  file: string,
  schema: z.ZodType<T>,
  issues: Issue[],
): Authored<T> | undefined {
  const text = files[file]
  if (text === undefined) {
    issues.push({
      code: 'missing-file',
      severity: 'error',
      file,
      line: 1,
      column: 1,
      message: `There is no file ${file}. Add it; the README of its folder shows its form.`,
    })
    return undefined
  }
  const { source, issues: unreadable } = readSource(file, text)
  issues.push(...unreadable)
  if (!source) return undefined
  const { data, issues: misshapen } = shape(source, schema)
  issues.push(...misshapen)
  return data === undefined ? undefined : { data, source }
}
