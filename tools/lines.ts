/**
 * `npm run lines`: checks the authored files and compiles them; then it measures them or writes what is made from them.
 *
 * @example
 * npm run lines               # every issue, with its file and line
 * npm run lines -- measure    # reading grade, seconds of each spoken part and segments of each text, of every topic
 * npm run lines -- directory  # whom to call every 90 days, and what to ask
 * npm run lines -- coverage   # writes docs/coverage.md: which fact is told where, and who says so
 * npm run lines -- transcripts # writes test/calls/ and test/texts/: what callers hear and texters read
 * npm run lines -- voices     # writes locales/voices.json: the voices that the installed library of Twilio knows
 * npm run lines -- schema     # writes flows/schemas/ for editors, whether the files fit it or not
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { callList } from '../src/cli/support/call-list.ts'
import { checkFiles } from '../src/cli/support/check-files.ts'
import { inColumns } from '../src/cli/support/columns.ts'
import { project, readArguments, root } from '../src/cli/support/command.ts'
import { measureTopics } from '../src/lint/measure.ts'
import { exitWith, loadLineOrExit } from '../src/server/load-line.ts'
import { shippedProject } from '../src/server/project.ts'
import { coverage } from './support/coverage.ts'
import { jsonSchemas } from './support/json-schema.ts'
import { knownVoices } from './support/known-voices.ts'
import { writeTranscripts } from './support/transcripts.ts'

const TASKS = {
  check: [checkFiles],
  measure: [checkFiles, printMeasures],
  directory: [checkFiles, printCallList],
  coverage: [checkFiles, writeCoverage],
  transcripts: [checkFiles, printScriptsWritten],
  voices: [writeVoices],
  schema: [writeSchemas],
}

const USAGE = `npm run lines: checks the authored files and compiles them. After it, with \`npm run lines -- <task>\`, also:

  measure       reading grade, seconds and segments of every topic
  directory     whom to call every 90 days, and what to ask
  coverage      writes docs/coverage.md: which fact is told where, and who says so
  transcripts   writes test/calls/ and test/texts/: what callers hear and texters read

Without the check:
  voices        writes locales/voices.json: the voices that the installed library of Twilio knows
  schema        writes flows/schemas/, for editors`

const {
  positionals: [name = 'check', ...more],
} = readArguments(USAGE, { allowPositionals: true })
if (more.length > 0) exitWith(`One task at a time: \`npm run lines -- ${name}\`.`)
const [, steps] =
  Object.entries(TASKS).find(([each]) => each === name) ??
  exitWith(`"${name}" is none of: ${Object.keys(TASKS).join(', ')}.`)
for (const step of steps) {
  await step()
  // A line with errors is not measured.
  if (process.exitCode) break
}

async function printMeasures(): Promise<void> {
  const rows = measureTopics(await loadLineOrExit(project)).map(
    ({ locale, number, node, grade, seconds, segments }) => [
      locale,
      String(number),
      node,
      grade === null ? '-' : grade.toFixed(1),
      seconds.join(' '),
      segments.join(' '),
    ],
  )
  const head = ['locale', 'no.', 'topic', 'grade', 'seconds of each part', 'segments of each text']
  process.stdout.write(inColumns([head, ...rows]))
}

async function printCallList(): Promise<void> {
  process.stdout.write(inColumns(callList(await loadLineOrExit(project))))
}

async function writeCoverage(): Promise<void> {
  await writeFile(join(root, 'docs', 'coverage.md'), coverage(await loadLineOrExit(project)))
  process.stdout.write('Written: docs/coverage.md\n')
}

async function printScriptsWritten(): Promise<void> {
  const count = await writeTranscripts(await loadLineOrExit(shippedProject(root)), root)
  process.stdout.write(`${count} scripts written under test/calls/ and test/texts/.\n`)
}

async function writeVoices(): Promise<void> {
  const library = join(root, 'node_modules', 'twilio')
  const types = await readFile(join(library, 'lib', 'twiml', 'VoiceResponse.d.ts'), 'utf8')
  const { version } = JSON.parse(await readFile(join(library, 'package.json'), 'utf8'))
  const known = knownVoices(types, version, new Date().toISOString().slice(0, 10))
  await writeFile(join(root, 'locales', 'voices.json'), `${JSON.stringify(known, null, 2)}\n`)
  process.stdout.write('Written: locales/voices.json\n')
}

async function writeSchemas(): Promise<void> {
  const folder = join(root, 'flows', 'schemas')
  await mkdir(folder, { recursive: true })
  for (const [name, schema] of Object.entries(jsonSchemas()))
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`)
  process.stdout.write(`Written: ${folder}\n`)
}
