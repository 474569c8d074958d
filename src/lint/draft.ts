/** What the checks read: everything authored, before it is known to be sound. */
import type { Issue, IssueCode } from '../authored/issue.ts'
import type { Path, Source } from '../authored/source.ts'
import type { Flow } from '../flow/read.ts'
import type { AuthoredLocale } from '../locale/read.ts'

export interface Draft {
  readonly flow: Flow
  readonly locales: Readonly<Record<string, AuthoredLocale>>
}

/** One rule for authored files: the problems it finds, each at its place. */
export type Check = (draft: Draft) => readonly Issue[]

/** An error at a place of a file. */
export function issueAt(
  code: IssueCode,
  source: Source,
  path: Path,
  message: string,
  about: { locale?: string; node?: string; severity?: Issue['severity'] } = {},
): Issue {
  return { code, severity: 'error', ...source.at(path), message, ...about }
}
