/** The second half of `npm run build`: checks the authored files, prints every issue, and writes the compiled line where they have changed. */
import { formatIssue } from '../authored/issue.ts'
import { compileFiles } from '../server/compile-files.ts'
import { LINE_FILE } from '../server/load-line.ts'
import { root } from './support/command.ts'

const { line, issues } = await compileFiles(root, new Date().toISOString().slice(0, 10))
for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`)
if (line) {
  const counts = [Object.keys(line.nodes).length, Object.keys(line.locales).length]
  process.stdout.write(`${counts[0]} nodes in ${counts[1]} languages fit together: ${LINE_FILE}.\n`)
} else process.exitCode = 1
