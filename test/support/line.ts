/** The real line of this repository, compiled once for each test file. */
import { fileURLToPath } from 'node:url'
import { formatIssue } from '../../src/authored/issue.ts'
import { compile } from '../../src/line/compile.ts'
import { loadFiles } from '../../src/server/load-files.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const files = await loadFiles(root)

const compiled = compile(files)
if (!compiled.line) throw new Error(compiled.issues.map(formatIssue).join('\n'))

export const line = compiled.line
export const locales = line.settings.locales
export const slugs = Object.keys(line.nodes)
