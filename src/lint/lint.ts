/**
 * Lints all authored files: reads them, checks the draft, compiles it, and checks the line.
 *
 * @example
 * const { line, issues } = lint(await loadFiles(project))
 * for (const issue of issues) console.error(formatIssue(issue))
 */
import type { ReadableFiles } from '../authored/files.ts'
import { hasErrors, type Issue, sortIssues } from '../authored/issue.ts'
import { learnAnew } from '../finder/lexicon.ts'
import { compile } from '../line/compile.ts'
import { type Draft, readDraft } from '../line/draft.ts'
import { type CompiledLine, openLine, textsOf } from '../line/line.ts'
import { checkAlarms } from './alarms.ts'
import { checkAnnouncement } from './announcement.ts'
import { checkCallsItself } from './calls-itself.ts'
import { causesOf } from './causes.ts'
import { checkCharacters } from './characters.ts'
import type { Check, CompiledDraft } from './check.ts'
import { checkedLongAgo } from './checked.ts'
import { checkChosenTopics } from './chosen-topics.ts'
import { checkClaims } from './claims.ts'
import { checkDangers } from './dangers.ts'
import { checkHours, pastDates } from './dates.ts'
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
import { checkOfferedLocales } from './offered-locales.ts'
import { checkOtherLanguages } from './other-languages.ts'
import { checkPhoneNumbers } from './phone-numbers.ts'
import { checkPhrases } from './phrases.ts'
import { checkPlaceholders } from './placeholders.ts'
import { checkQuotes } from './quotes.ts'
import { checkReach } from './reach.ts'
import { checkRecordings } from './recordings.ts'
import { checkRenamed } from './renamed.ts'
import { checkSeconds } from './seconds.ts'
import { checkSegments } from './segments.ts'
import { checkSources } from './sources.ts'
import { checkSymptoms } from './symptoms.ts'
import { checkTexts } from './texts.ts'
import { checkUntranslated } from './untranslated.ts'
import { checkNumbersHeard, checkVoices } from './voices.ts'

/** Checks of how nodes lead to each other, and of the settings: what the others look at. */
const flowChecks: readonly Check<Draft>[] = [
  checkOfferedLocales,
  checkChosenTopics,
  checkCallsItself,
  checkHours,
  checkLinks,
  checkKinds,
  checkMenus,
  checkNumbers,
  checkReach,
  checkFacts,
]

/** Checks of whether the texts are those of the flows. */
const textChecks: readonly Check<Draft>[] = [checkTexts, checkExamples]

const draftChecks: readonly Check<Draft>[] = [
  checkLanguages,
  checkAlarms,
  checkUntranslated,
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
  checkDirectory,
]

/** Checks that measure what people hear and read. They need a line without errors. */
const lineChecks: readonly Check<CompiledDraft>[] = [
  checkFactsTold,
  checkGrades,
  checkSeconds,
  checkSegments,
  checkRecordings,
  checkAnnouncement,
  checkNumbersHeard,
]

/**
 * `line` is absent when any issue is an error, and warnings then wait: they would hide it. While a file cannot be read, only that is
 * told: what is in it is not missing elsewhere. `today`, such as 2026-11-22, finds dates that are over, and numbers that nobody has
 * checked lately.
 */
export function lint(
  files: ReadableFiles,
  today = '',
  learn = learnAnew,
): { line?: CompiledLine; issues: readonly Issue[] } {
  const { draft, issues: readIssues } = readDraft(files)
  if (!draft || hasErrors(readIssues)) {
    const isOfName = ({ causes = [] }: Issue) => causes.length > 0
    return {
      issues: causesOf([readIssues.filter(isOfName), readIssues.filter((issue) => !isOfName(issue))]),
    }
  }
  const found = (checks: readonly Check<Draft>[]) => checks.flatMap((check) => [...check(draft)])
  const issues = [[checkRenamed], flowChecks, textChecks, draftChecks].map(found)
  const warnings = [...readIssues, ...pastDates(draft, today), ...checkedLongAgo(draft, today)]
  if (hasErrors(issues.flat())) return { issues: causesOf(issues) }
  const compiled = compile(draft, learn)
  const line = openLine(compiled)
  const opened = { draft, line, texts: textsOf(line) }
  const measured = lineChecks.flatMap((check) => [...check(opened)])
  if (hasErrors(measured)) return { issues: causesOf([measured]) }
  return { line: compiled, issues: sortIssues([...warnings, ...issues.flat(), ...measured]) }
}
