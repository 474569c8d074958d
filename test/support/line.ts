/** The real line of this repository, compiled once for each test file. */
import { fileURLToPath } from 'node:url'
import { formatIssue } from '../../src/authored/issue.ts'
import { loadFiles } from '../../src/authored/load.ts'
import { compile } from '../../src/line/compile.ts'
import { openLine } from '../../src/line/line.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const files = await loadFiles(root)

const compiled = compile(files)
if (!compiled.line) throw new Error(compiled.issues.map(formatIssue).join('\n'))

export const line = openLine(compiled.line)
export const locales = line.settings.locales
export const slugs = Object.keys(line.nodes)
