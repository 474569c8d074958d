/** The real line of this repository, compiled once for each worker of the tests. */
import { formatIssue } from '../../src/authored/issue.ts'
import { compile } from '../../src/line/compile.ts'
import { loadFiles } from '../../src/server/load-files.ts'
import { root } from './root.ts'

export const files = await loadFiles(root)

const compiled = compile(files)
if (!compiled.line) throw new Error(compiled.issues.map(formatIssue).join('\n'))

export const line = compiled.line
export const locales = line.settings.locales
export const slugs = Object.keys(line.nodes)
