/**
 * Lints all authored files: reads them, checks the draft, compiles it, and checks the line.
 *
 * @example
 * const { line, issues } = lint(await loadFiles(project))
 * for (const issue of issues) console.error(formatIssue(issue))
 */
import type { Files } from '../authored/files.ts'
import { hasErrors, type Issue, sortIssues } from '../authored/issue.ts'
import { learnAnew } from '../finder/lexicon.ts'
import { compile } from '../line/compile.ts'
import { type Draft, readDraft } from '../line/draft.ts'
import { type CompiledLine, openLine, textsOf } from '../line/line.ts'
import { checkCharacters } from './characters.ts'
import type { Check, CompiledDraft } from './check.ts'
import { checkedLongAgo } from './checked.ts'
import { checkClaims } from './claims.ts'
import { checkDangers } from './dangers.ts'
import { checkDirectory } from './directory.ts'
import { checkEncoding } from './encoding.ts'
import { checkEverydayWords } from './everyday-words.ts'
import { checkExamples } from './examples.ts'
import { checkFacts, checkFactsTold } from './facts.ts'
import { checkForeignSentences } from './foreign-sentences.ts'
import { checkGrades } from './grades.ts'
import { checkKeywords } from './keywords.ts'
import { checkKinds } from './kinds.ts'
import { checkLanguages } from './languages.ts'
import { checkLinks } from './links.ts'
import { checkMenus } from './menus.ts'
import { checkNumbers } from './numbers.ts'
import { checkOtherLanguages } from './other-languages.ts'
import { checkPhoneNumbers } from './phone-numbers.ts'
import { checkPhrases } from './phrases.ts'
import { checkPlaceholders } from './placeholders.ts'
import { checkQuotes } from './quotes.ts'
import { checkReach } from './reach.ts'
import { checkRecordings } from './recordings.ts'
import { checkSeconds } from './seconds.ts'
import { checkSegments } from './segments.ts'
import { checkSettings, pastDates } from './settings.ts'
import { checkSources } from './sources.ts'
import { checkSymptoms } from './symptoms.ts'
import { checkTexts } from './texts.ts'
import { checkUntranslated } from './untranslated.ts'
import { checkVoices } from './voices.ts'

/** Checks that look at what files say. */
const draftChecks: readonly Check<Draft>[] = [
  checkUntranslated,
  checkMenus,
  checkNumbers,
  checkPlaceholders,
  checkDangers,
  checkOtherLanguages,
  checkClaims,
  checkSymptoms,
  checkPhrases,
  checkKeywords,
  checkEverydayWords,
  checkPhoneNumbers,
  checkSources,
  checkCharacters,
  checkQuotes,
  checkVoices,
  checkEncoding,
  checkForeignSentences,
]

/** Checks that find what is missing. They need all files: a file that cannot be read is not absent. */
const wholeDraftChecks: readonly Check<Draft>[] = [
  checkSettings,
  checkLinks,
  checkKinds,
  checkReach,
  checkFacts,
  checkExamples,
  checkLanguages,
  checkTexts,
  checkDirectory,
]

/** Checks that measure what people hear and read. They need a line without errors. */
const lineChecks: readonly Check<CompiledDraft>[] = [
  checkFactsTold,
  checkGrades,
  checkSeconds,
  checkSegments,
  checkRecordings,
]

/**
 * `line` is absent when any issue is an error. Each group of checks runs only when it cannot report false issues. `today`, such as
 * 2026-11-22, finds dates that are over, and numbers that nobody has checked lately.
 */
export function lint(
  files: Files,
  today = '',
  learn = learnAnew,
): { line?: CompiledLine; issues: readonly Issue[] } {
  const { draft, issues: readIssues } = readDraft(files)
  if (!draft) return { issues: sortIssues(readIssues) }
  const checks = hasErrors(readIssues) ? draftChecks : [...draftChecks, ...wholeDraftChecks]
  const issues = [
    ...readIssues,
    ...checks.flatMap((check) => [...check(draft)]),
    ...pastDates(draft, today),
    ...checkedLongAgo(draft, today),
  ]
  if (hasErrors(issues)) return { issues: sortIssues(issues) }
  const compiled = compile(draft, learn)
  const line = openLine(compiled)
  const opened = { draft, line, texts: textsOf(line) }
  const all = sortIssues([...issues, ...lineChecks.flatMap((check) => [...check(opened)])])
  return hasErrors(all) ? { issues: all } : { line: compiled, issues: all }
}
