/** The real line of this repository, compiled once for each worker of the tests. */
import { formatIssue } from '../../src/authored/issue.ts'
import { openLine } from '../../src/line/line.ts'
import { lint } from '../../src/lint/lint.ts'
import { loadFiles } from '../../src/server/load-files.ts'
import { root } from './root.ts'

export const files = await loadFiles(root)

const linted = lint(files)
if (!linted.line) throw new Error(linted.issues.map(formatIssue).join('\n'))

export const line = openLine(linted.line)
export const locales = line.settings.locales
export const slugs = Object.keys(line.nodes)
