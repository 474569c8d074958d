/**
 * A problem in an authored file, as data: what an author or a translator must correct.
 *
 * @example
 * flows/symptoms.yaml:12:7 unknown-node (node symptoms): There is no node "bonee". Did you mean "bone"?
 */

/** The language of all sentences for authors and operators, which stand in the code. */
export const SENTENCE_LANGUAGE = 'en'

/** What can be wrong. `docs/issues.md` explains each code to authors. */
export const ISSUE_CODES = [
  'syntax',
  'missing-file',
  'unreadable-file',
  'unknown-file',
  'duplicate-file',
  'bad-shape',
  'duplicate-node',
  'wrong-number-of-kind',
  'unknown-node',
  'unreachable-node',
  'dead-end',
  'incomplete-language',
  'untranslated',
  'missing-text',
  'extra-text',
  'missing-keyword',
  'placeholder-differs',
  'unknown-placeholder',
  'key-used-twice',
  'key-gap',
  'number-used-twice',
  'keyword-shared',
  'reserved-keyword',
  'too-many-options',
  'too-deep',
  'key-said-first',
  'unknown-source',
  'unknown-part',
  'duplicate-fact',
  'no-key-words',
  'fact-not-told',
  'own-warning',
  'danger-without-warning',
  'unsafe-advice',
  'undated-source',
  'phrase-shared',
  'keyword-not-said',
  'no-such-number',
  'checked-long-ago',
  'unknown-locale',
  'odd-character',
  'stray-quote',
  'no-default-country',
  'past-date',
  'always-told',
  'over-midnight',
  'too-long-spoken',
  'too-long-text',
  'too-hard',
  'claim-differs',
  'no-emergency-number',
  'emergency-differs',
  'no-plurals',
  'no-voice',
  'unknown-voice',
  'ucs2-letter',
  'other-language',
  'review-row',
  'recording-row',
  'stale-recording',
] as const

export type IssueCode = (typeof ISSUE_CODES)[number]

/** Keys and indexes that lead to a value of a file, such as `['nodes', 'bone', 'number']`. */
export type Path = readonly (string | number)[]

/** A position in an authored file; line and column count from 1. */
export interface Location {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface Issue extends Location {
  readonly code: IssueCode
  /** A warning is printed and the line still starts. */
  readonly severity: 'error' | 'warning'
  readonly locale?: string
  readonly node?: string
  /** One or two sentences: what is wrong, and what to do. */
  readonly message: string
  /** What is wrong, such as "node bone": other issues come of it. */
  readonly causes?: readonly string[]
  /** What it comes of, where that is told. */
  readonly follows?: readonly string[]
}

export type MakeIssue = (code: IssueCode, path: Path, message: string, severity?: Issue['severity']) => Issue

/**
 * Makes the issues of one file, or of the value that `base` leads to; paths start there.
 *
 * @example
 * const issue = issueIn(source, { node: 'bone' }, ['nodes', 'bone'])
 * issue('dead-end', ['related', 0], '"bone" leads to itself. Let it lead on.')
 */
export function issueIn(
  file: { readonly at: (path: Path) => Location },
  about: Pick<Issue, 'locale' | 'node'> = {},
  base: Path = [],
): MakeIssue {
  return (code, path, message, severity = 'error') => ({
    code,
    severity,
    ...file.at([...base, ...path]),
    message,
    ...about,
  })
}

/** Of all issues with this cause the first is told. */
export function withCause(issue: Issue, cause: string): Issue {
  return { ...issue, causes: [cause], follows: [cause] }
}

/** An issue of a file as a whole. */
export function issueAtStart(
  file: string,
  code: IssueCode,
  message: string,
  severity: Issue['severity'] = 'error',
): Issue {
  return { code, severity, file, line: 1, column: 1, message }
}

/** One issue as one line of text that an editor can follow to its place. */
export function formatIssue(issue: Issue): string {
  const about = [issue.locale && `locale ${issue.locale}`, issue.node && `node ${issue.node}`].filter(Boolean)
  const where = about.length > 0 ? ` (${about.join(', ')})` : ''
  const warning = issue.severity === 'warning' ? 'warning ' : ''
  return `${issue.file}:${issue.line}:${issue.column} ${warning}${issue.code}${where}: ${issue.message}`
}

/** Whether any issue keeps the line from starting. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error')
}

/** Issues in the order an author reads files: by file, then line, then column. */
export function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  const byFile = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
  return issues.toSorted((a, b) => byFile(a.file, b.file) || a.line - b.line || a.column - b.column)
}
