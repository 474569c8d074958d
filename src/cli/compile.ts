/** The second half of `npm run build`: checks the authored files, prints every issue, and writes the compiled line. */
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatIssue } from '../authored/issue.ts'
import { lint } from '../lint/lint.ts'
import { loadFiles } from '../server/load-files.ts'
import { LINE_FILE } from '../server/load-line.ts'
import { root } from './support/command.ts'

const { line, issues } = lint(await loadFiles(root), new Date().toISOString().slice(0, 10))
for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`)
if (line) {
  const text = JSON.stringify(line)
  const file = join(root, LINE_FILE)
  // All or nothing: the server that is started again over a full disk still has the line from before.
  await writeFile(`${file}.part`, text)
  await rename(`${file}.part`, file)
  process.stdout.write(
    `${Object.keys(line.nodes).length} nodes in ${Object.keys(line.locales).length} languages fit together: ${LINE_FILE}, ${Math.round(text.length / 1024)} KB.\n`,
  )
} else process.exitCode = 1
