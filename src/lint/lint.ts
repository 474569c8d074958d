/**
 * Lints all authored files: reads them, checks the draft, compiles it, and checks the line.
 *
 * @example
 * const result = lint(await loadFiles(root))
 * for (const issue of result.issues) console.error(formatIssue(issue))
 * if (result.ok) start(result.value)
 */
import type { Files } from '../authored/files.ts'
import { hasErrors, type Issue, type Result, sortIssues } from '../authored/issue.ts'
import { compile } from '../line/compile.ts'
import { type Draft, readDraft } from '../line/draft.ts'
import { type Line, textsOf } from '../line/line.ts'
import { checkCharacters } from './characters.ts'
import type { Check, CompiledDraft } from './check.ts'
import { checkClaims } from './claims.ts'
import { checkDirectory } from './directory.ts'
import { checkFacts } from './facts.ts'
import { checkGrades } from './grades.ts'
import { checkKeywords } from './keywords.ts'
import { checkKinds } from './kinds.ts'
import { checkLinks } from './links.ts'
import { checkMenus } from './menus.ts'
import { checkNumbers } from './numbers.ts'
import { checkPhrases } from './phrases.ts'
import { checkPlaceholders } from './placeholders.ts'
import { checkReach } from './reach.ts'
import { checkSeconds } from './seconds.ts'
import { checkSegments } from './segments.ts'
import { checkSettings } from './settings.ts'
import { checkSymptoms } from './symptoms.ts'
import { checkTexts } from './texts.ts'

const draftChecks: readonly Check<Draft>[] = [
  checkSettings,
  checkLinks,
  checkKinds,
  checkReach,
  checkMenus,
  checkNumbers,
  checkFacts,
  checkTexts,
  checkPlaceholders,
  checkClaims,
  checkSymptoms,
  checkPhrases,
  checkKeywords,
  checkDirectory,
  checkCharacters,
]

const lineChecks: readonly Check<CompiledDraft>[] = [checkGrades, checkSeconds, checkSegments]

/** A line with errors does not start. What is said and texted is measured only when everything else is sound. */
export function lint(files: Files): Result<Line> {
  const { draft, issues: readIssues } = readDraft(files)
  if (!draft) return failed(readIssues)
  const issues = [...readIssues, ...draftChecks.flatMap((check) => [...check(draft)])]
  if (hasErrors(issues)) return failed(issues)
  const line = compile(draft)
  const compiled = { draft, line, texts: textsOf(line) }
  issues.push(...lineChecks.flatMap((check) => [...check(compiled)]))
  return hasErrors(issues) ? failed(issues) : { ok: true, value: line, issues: sortIssues(issues) }
}

function failed(issues: readonly Issue[]): Result<Line> {
  return { ok: false, issues: sortIssues(issues) }
}
