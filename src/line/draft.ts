/**
 * The draft of a line: every authored file, read and shaped, before it is known to be sound.
 *
 * @example
 * const { draft, issues } = readDraft(await loadFiles(root))
 * draft?.flow.nodes.bone // { node: { kind: 'topic', number: 21, … }, source }
 */
import type { Files } from '../authored/files.ts'
import type { Issue } from '../authored/issue.ts'
import { type Flow, readFlow } from '../flow/read.ts'
import { type AuthoredLocale, readLocale } from '../locale/read.ts'

export interface Draft {
  readonly flow: Flow
  readonly locales: Readonly<Record<string, AuthoredLocale>>
}

/** `draft` is absent only when `flows/line.yaml` cannot be used; other broken files leave a gap and their issues. */
export function readDraft(files: Files): { draft?: Draft; issues: readonly Issue[] } {
  const { flow, issues: flowIssues } = readFlow(files)
  if (!flow) return { issues: flowIssues }
  const issues = [...flowIssues]
  const locales: Record<string, AuthoredLocale> = {}
  for (const name of flow.settings.data.locales) {
    const { locale, issues: localeIssues } = readLocale(files, name)
    issues.push(...localeIssues)
    if (locale) locales[name] = locale
  }
  return { draft: { flow, locales }, issues }
}
