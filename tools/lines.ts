/**
 * `npm run lines`: checks the authored files and compiles them; then it measures them or writes what is made from them.
 *
 * @example
 * npm run lines               # every issue, with its file and line
 * npm run lines -- measure    # reading grade, seconds and segments of every topic
 * npm run lines -- coverage   # writes docs/coverage.md
 * npm run lines -- schema     # writes flows/schemas/, whether the files fit it or not
 */
import process from 'node:process'

const TASKS = {
  check: [() => import('../src/cli/compile.ts')],
  measure: [() => import('../src/cli/compile.ts'), () => import('../src/cli/measure.ts')],
  coverage: [() => import('../src/cli/compile.ts'), () => import('./coverage.ts')],
  schema: [() => import('./schema.ts')],
}

const [name = 'check'] = process.argv.slice(2)
const task = Object.entries(TASKS).find(([each]) => each === name)
if (!task) {
  process.stderr.write(`"${name}" is none of: ${Object.keys(TASKS).join(', ')}.\n`)
  process.exitCode = 1
} else
  for (const load of task[1]) {
    await load()
    // A line with errors is not measured.
    if (process.exitCode) break
  }
