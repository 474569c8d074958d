/** `npm run lines:check`: prints every problem in the authored files; ends with 1 where the line would not start. */
import { fileURLToPath } from 'node:url'
import { formatIssue } from '../authored/issue.ts'
import { loadFiles } from '../authored/load.ts'
import { check } from '../check/check.ts'

const { line, issues } = check(await loadFiles(fileURLToPath(new URL('../..', import.meta.url))))
for (const issue of issues) process.stdout.write(`${formatIssue(issue)}\n`)
if (line)
  process.stdout.write(
    `${Object.keys(line.nodes).length} nodes in ${Object.keys(line.locales).length} languages fit together.\n`,
  )
else process.exitCode = 1
