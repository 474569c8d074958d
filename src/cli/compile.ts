/**
 * The second half of `npm run build`: checks the authored files and compiles them where they have changed.
 *
 * @example
 * npm run build                    # prints every issue
 * npm run build -- --quiet         # prints errors only, for commands that print something themselves
 * npm run build -- --or-earlier    # ends well where an earlier line can be told, for `npm start`
 */
import { formatIssue } from '../authored/issue.ts'
import { topicsOf } from '../lint/measure.ts'
import { compileFiles, earlierLineAt } from '../server/compile-files.ts'
import { writeAuthored } from '../server/review-files.ts'
import { project, readArguments } from './support/command.ts'

const USAGE = `npm run build [-- --quiet] [-- --or-earlier]

Checks the authored files, prints every issue, and compiles the line.
  --quiet        print errors only
  --or-earlier   end well where an earlier line can be told`

const { values } = readArguments(USAGE, {
  options: {
    quiet: { type: 'boolean', default: false },
    'or-earlier': { type: 'boolean', default: false },
  },
})
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
const learning: string[] = []
const { line, issues } = await compileFiles(project, new Date().toISOString().slice(0, 10), (what) => {
  learning.push(what)
  if (learning.length === 1)
    say('The files have changed. Learning from their examples takes a minute or two.')
  say(
    `Learning ${learning.length}: ${what === 'danger' ? 'what is danger' : `what people ask in "${what}"`} …`,
  )
})
for (const issue of issues) if (!values.quiet || issue.severity === 'error') say(formatIssue(issue))
if (line) {
  await writeAuthored(project)
  const locales = Object.keys(line.locales)
  const topics = locales.map((locale) => `${locale} ${topicsOf(line, locale).length}`)
  if (!values.quiet)
    process.stdout.write(
      `${Object.keys(line.nodes).length} nodes in ${locales.length} languages fit together. Topics: ${topics.join(', ')}.\n`,
    )
} else {
  const earlier = values['or-earlier'] ? await earlierLineAt(project) : undefined
  if (earlier) say(`\n*** THE FILES HAVE ERRORS. The line of ${earlier} is told until they are mended. ***\n`)
  else process.exitCode = 1
}
