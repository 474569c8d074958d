/** The second half of `npm run build`: checks the authored files, prints every issue, and writes the compiled line where they have changed. */
import { formatIssue } from '../authored/issue.ts'
import { topicsOf } from '../lint/measure.ts'
import { compileFiles } from '../server/compile-files.ts'
import { LINE_FILE } from '../server/load-line.ts'
import { writeAuthored } from '../server/review-files.ts'
import { root } from './support/command.ts'

const { line, issues } = await compileFiles(root, new Date().toISOString().slice(0, 10))
for (const issue of issues) process.stderr.write(`${formatIssue(issue)}\n`)
if (line) {
  await writeAuthored(root)
  const locales = Object.keys(line.locales)
  const topics = locales.map((locale) => `${locale} ${topicsOf(line, locale).length}`)
  process.stdout.write(
    `${Object.keys(line.nodes).length} nodes in ${locales.length} languages fit together: ${LINE_FILE}. Topics: ${topics.join(', ')}.\n`,
  )
} else process.exitCode = 1
