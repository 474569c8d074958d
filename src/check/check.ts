/**
 * Checks all authored files: what `compile` finds, and the lengths of what is really said and texted.
 *
 * @example
 * const { line, issues } = check(await loadFiles(root))
 */
import type { Files } from '../authored/files.ts'
import { hasErrors, type Issue, sortIssues } from '../authored/issue.ts'
import { compile } from '../line/compile.ts'
import { type CompiledLine, openLine } from '../line/line.ts'
import { checkGrades } from './grades.ts'
import { checkSeconds } from './seconds.ts'
import { checkSegments } from './segments.ts'

/** `line` is absent when any issue is an error. Lengths are measured once everything else is sound. */
export function check(files: Files): { line?: CompiledLine; issues: readonly Issue[] } {
  const { line: compiled, issues: found } = compile(files)
  if (!compiled) return { issues: found }
  const line = openLine(compiled)
  const issues = sortIssues([
    ...found,
    ...checkGrades(line, files),
    ...checkSeconds(line, files),
    ...checkSegments(line, files),
  ])
  return hasErrors(issues) ? { issues } : { line: compiled, issues }
}
