/**
 * Checks the authored files, says what is wrong with them, and compiles them where they have changed. The exit code is 1 where they have
 * errors.
 *
 * @example
 * await checkFiles({ isQuiet: true }) // errors only
 */
import { formatIssue } from '../../authored/issue.ts'
import { topicsOf } from '../../lint/measure.ts'
import { compileFiles, earlierLineAt } from '../../server/compile-files.ts'
import { writeAuthored } from '../../server/review-files.ts'
import { project } from './command.ts'

interface CheckOptions {
  /** Errors only. */
  readonly isQuiet?: boolean
  /** Files with errors are no failure where an earlier line can be told. */
  readonly orEarlier?: boolean
}

export async function checkFiles({ isQuiet = false, orEarlier = false }: CheckOptions = {}): Promise<void> {
  const { line, issues } = await compileFiles(project, new Date().toISOString().slice(0, 10), sayLearning())
  for (const issue of issues) if (!isQuiet || issue.severity === 'error') say(formatIssue(issue))
  if (line) {
    await writeAuthored(project)
    const locales = Object.keys(line.locales)
    const topics = locales.map((locale) => `${locale} ${topicsOf(line, locale).length}`)
    if (!isQuiet)
      process.stdout.write(
        `${Object.keys(line.nodes).length} nodes in ${locales.length} languages fit together. Topics: ${topics.join(', ')}.\n`,
      )
    return
  }
  const earlier = orEarlier ? await earlierLineAt(project) : undefined
  if (earlier) say(`\n*** THE FILES HAVE ERRORS. The line of ${earlier} is told until they are mended. ***\n`)
  else process.exitCode = 1
}

/** Says once that it takes long, and then what is learnt. */
function sayLearning(): (what: string) => void {
  let learnt = 0
  return (what) => {
    learnt += 1
    if (learnt === 1) say('The files have changed. Learning from their examples takes a minute or two.')
    say(`Learning ${learnt}: ${what === 'danger' ? 'what is danger' : `what people ask in "${what}"`} …`)
  }
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
