/** A mistake that an author makes in the files of the fixture line, and the issues that tell of it. */
import type { Files } from '../../../src/authored/files.ts'
import { formatIssue, type Issue } from '../../../src/authored/issue.ts'
import type { Edit } from '../../support/edit-files.ts'

export interface Mistake {
  readonly name: string
  readonly edits: readonly Edit[]
  /** Every issue, in order, as `showIssue` writes it. */
  readonly issues: readonly string[]
}

export const MAIN = 'flows/main.yaml'
export const SETTINGS = 'flows/line.yaml'
export const US = 'flows/directory/us.yaml'
export const ENGLISH = 'locales/en/main.json'
export const HAITIAN = 'locales/ht/main.json'
export const PHRASES = 'locales/en/phrases.json'

const LOCALES = ['en', 'ar', 'ja', 'ht']

/** An edit of the texts of nodes in every language. */
export function inEveryLanguage(path: Edit[1], value?: unknown): readonly Edit[] {
  return LOCALES.map((locale) => [`locales/${locale}/main.json`, path, value])
}

/** Options with the keys 1, 2, 3 … */
export function optionsTo(...slugs: readonly string[]) {
  return slugs.map((to, index) => ({ key: index + 1, to }))
}

/**
 * An issue as authors read it, with the text that stands at its place (up to 24 characters of it) instead of line and column.
 *
 * @example
 * showIssue(files, issue) // 'flows/main.yaml at `to: bonee`: unknown-node (node body): There is no node "bonee". …'
 */
export function showIssue(files: Files, issue: Issue): string {
  const line = String(files[issue.file] ?? '').split('\n')[issue.line - 1] ?? ''
  const text = line.slice(issue.column - 1, issue.column + 23).trim()
  const { file, line: row, column } = issue
  return formatIssue(issue).replace(`${file}:${row}:${column} `, `${file} at \`${text}\`: `)
}
