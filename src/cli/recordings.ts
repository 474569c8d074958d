/**
 * `npm run recordings -- ht`: what somebody has to record in a language, as a page to print; `take` takes the folder of files back;
 * `scratch` has a machine speak it for the demo.
 *
 * @example
 * npm run recordings -- ht                                              # recordings/ht/script.html and script.csv; --all lists every clip
 * npm run recordings -- ht take "from Marie" --by "M. R., speaker"      # WAV or MP3, named 001.wav, 002.wav …
 * npm run recordings -- ht scratch
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ownPath } from '../authored/own-path.ts'
import {
  type RecordingRow,
  readRecordings,
  recordingsPath,
  writeRecordings,
} from '../locale/recordings-file.ts'
import { signerProblem } from '../locale/review-file.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { pathOnDisk } from '../server/project.ts'
import { writeTogether } from '../server/write-together.ts'
import { localeOrExit, project, readArguments, root } from './support/command.ts'
import { recordingPage } from './support/recording-page.ts'
import { readList, recordingScript, writeList } from './support/recording-script.ts'
import { makeScratch } from './support/scratch-track.ts'
import { mergeRecordings, takeRecordings } from './support/take-recordings.ts'

const USAGE = `npm run recordings -- <language>: what somebody has to record in it, as a page to print.
npm run recordings -- <language> take <folder> --by "M. R., speaker": takes the files back.
npm run recordings -- <language> scratch: has a machine speak it, for the demo.

  --by "M. R., speaker"   initials and role of the person who speaks
  --all                   every clip, not only what is missing
  --out <folder>          recordings/<language> where it is left out`
const WRONG =
  'Write `npm run recordings -- ht`, `npm run recordings -- ht take "a folder" --by "M. R., speaker"`, or `npm run recordings -- ht scratch`.'
const LIST = 'script.csv'

const { values, positionals } = readArguments(USAGE, {
  options: { all: { type: 'boolean', default: false }, out: { type: 'string' }, by: { type: 'string' } },
  allowPositionals: true,
})
const [name, task, folder, ...more] = positionals
if (name === undefined || more.length > 0) exitWith(WRONG)
const line = await loadLineOrExit(project)
const locale = localeOrExit(line, name)
const out = resolve(values.out ?? join(root, 'recordings', locale))
const script = recordingScript(line, locale)
const shipped = recordingsPath(locale)
// Clips are at an address of the operator's.
const file = project.own === null ? shipped : ownPath(shipped)
const earlier = await readRows(file)
const spoken = new Set(
  [...(await readRows(shipped)), ...earlier].flatMap(({ hash, kind }) => (kind === 'person' ? [hash] : [])),
)

if (task === undefined) await writeScript()
else if (task === 'take' && folder !== undefined) await take(folder, values.by)
else if (task === 'scratch' && folder === undefined) await scratch()
else exitWith(WRONG)

async function writeScript(): Promise<void> {
  const rows = values.all ? script : script.filter(({ hash }) => !spoken.has(hash))
  if (rows.length === 0)
    return print(`All ${script.length} clips are recorded. \`--all\` lists them all the same.`)
  await write({ 'script.html': String(await recordingPage(line, locale, rows)), [LIST]: writeList(rows) })
  const needed = rows.filter(({ isNeeded }) => isNeeded).length
  print(`Written: ${join(out, 'script.html')} and ${LIST}, ${rows.length} of ${script.length} clips.`)
  if (needed > 0) print(`${needed} of them are needed before ${locale} can be called without a voice.`)
}

async function take(from: string, by: string | undefined): Promise<void> {
  if (by === undefined) exitWith('Say who speaks: --by "M. R., speaker" (initials and role).')
  const problem = signerProblem(by)
  if (problem) exitWith(problem)
  const written = await readText(join(out, LIST))
  const list = written === undefined ? script : readList(written)
  const { taken, problems } = await takeRecordings(from, { script, list, out, by }).catch((error: Error) =>
    exitWith(`${from} cannot be taken: ${error.message}.`),
  )
  for (const each of problems) process.stderr.write(`${each}\n`)
  await save(taken)
  print(
    `Taken: ${taken.length}. Not taken: ${problems.length}. Missing: ${missingAfter(taken)} of ${script.length}.`,
  )
  if (taken.length > 0)
    print(`Listed in ${file}: commit it. Put ${out} at the address "recordings" of locale.json.`)
  if (problems.length > 0) process.exitCode = 1
}

async function scratch(): Promise<void> {
  const rows = script.filter(({ hash }) => !spoken.has(hash))
  print(`espeak-ng speaks ${rows.length} clips now. That takes a minute or two.`)
  const made = await makeScratch(locale, rows, out)
  if (!made.ok) exitWith(made.problems.join('\n'))
  await save(made.value)
  print(
    `Spoken by espeak-ng: ${made.value.length} clips in ${out}, listed in ${file}. Only the demo plays them.`,
  )
}

async function save(taken: readonly RecordingRow[]): Promise<void> {
  if (taken.length === 0) return
  const place = pathOnDisk(project, file)
  await mkdir(dirname(place), { recursive: true })
  const rows = writeRecordings(mergeRecordings(earlier, taken, script))
  await writeTogether(dirname(place), { [basename(place)]: rows })
}

function missingAfter(taken: readonly RecordingRow[]): number {
  const there = new Set([...spoken, ...taken.map(({ hash }) => hash)])
  return script.filter(({ hash }) => !there.has(hash)).length
}

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(out, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(out, name), text)
}

async function readRows(path: string): Promise<readonly RecordingRow[]> {
  return [...readRecordings(path, await readText(pathOnDisk(project, path))).rows.values()]
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

function print(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
