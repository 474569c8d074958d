/** The real line of this repository, compiled once for each test file. */
import { fileURLToPath } from 'node:url'
import { formatIssue } from '../../src/authored/issue.ts'
import { openLine } from '../../src/line/line.ts'
import { lint } from '../../src/lint/lint.ts'
import { loadFiles } from '../../src/server/load-files.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const files = await loadFiles(root)

const linted = lint(files)
if (!linted.line) throw new Error(linted.issues.map(formatIssue).join('\n'))

export const line = openLine(linted.line)
export const locales = line.settings.locales
export const slugs = Object.keys(line.nodes)
