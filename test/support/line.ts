/** The real line of this repository, compiled once for all tests: the build and this share what they compile. */
import { formatIssue } from '../../src/authored/issue.ts'
import { openLine } from '../../src/line/line.ts'
import { compileFiles } from '../../src/server/compile-files.ts'
import { loadFiles } from '../../src/server/load-files.ts'
import { shippedProject } from '../../src/server/project.ts'
import { root } from './root.ts'

export const files = await loadFiles(shippedProject(root))

const { line: compiled, issues: found } = await compileFiles(shippedProject(root), '')
if (!compiled) throw new Error(found.map(formatIssue).join('\n'))

export const issues = found
export const line = openLine(compiled)
export const locales = line.settings.locales
export const slugs = Object.keys(line.nodes)
