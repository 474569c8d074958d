/**
 * `npm run bench -- finder`: how well words find their topic, on the open benchmark in test/finding.
 *
 * @example
 * npm run bench -- finder           # the figures, on tuning lines and on held-out lines
 * npm run bench -- finder --misses  # and the tuning lines that were not understood
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { find } from '../src/finder/find.ts'
import type { CompiledLine } from '../src/line/line.ts'
import { loadFiles } from '../src/server/load-files.ts'
import { LINE_FILE, loadLineOrExit } from '../src/server/load-line.ts'
import { shippedProject } from '../src/server/project.ts'
import { scoreUnlearnt } from '../tools/support/crisis-scores.ts'
import { type FindingLine, readFinding, scoreFinding } from '../tools/support/finder-scores.ts'

const ROUNDS = 5

const root = fileURLToPath(new URL('../..', import.meta.url))
const line = await loadLineOrExit(shippedProject(root))
const load = async (name: string) =>
  readFinding(await readFile(join(root, 'test', 'finding', `${name}.tsv`), 'utf8'))
const sets: readonly (readonly [string, readonly FindingLine[]])[] = [
  ['tuning en', await load('en')],
  ['tuning en, second', await load('second.en')],
  ['tuning es', await load('es')],
  ['held out en', await load('held-out.en')],
  ['held out es', await load('held-out.es')],
  ['tuning, crisis en', await load('crisis.en')],
  ['tuning, crisis es', await load('crisis.es')],
  ['held out, crisis en', await load('held-out-crisis.en')],
  ['held out, crisis es', await load('held-out-crisis.es')],
  ['held out, wide en', await load('held-out-wide.en')],
  ['held out, wide es', await load('held-out-wide.es')],
  ['held out, blind en', await load('held-out-blind.en')],
  ['held out, blind es', await load('held-out-blind.es')],
]
const showsMisses = process.argv.includes('--misses')
const files = await loadFiles(shippedProject(root))
const percent = (part: number) => `${(part * 100).toFixed(1)}%`

for (const [name, lines] of sets) {
  const score = scoreFinding(line, lines)
  print(`${name}: ${lines.length} lines`, [
    `topics     ${score.topics} lines, told at once ${percent(score.toldAtOnce)}, top-1 ${percent(score.topRanked)}, top-3 ${percent(score.offered)}`,
    `crisis     ${score.crisis} lines, named ${percent(score.crisisNamed)}, first ${percent(score.crisisFirst)}; of all others named ${percent(score.crisisNamedFalse)}, first ${percent(score.crisisFirstFalse)}`,
    `emergency  ${score.emergency} lines, heard ${percent(score.emergencyRecall)}, false alarms ${percent(score.emergencyFalse)}`,
    `stop       ${score.stop} lines, honoured ${percent(score.stopRecall)}, taken for one ${percent(score.stopFalse)}`,
    `other      ${score.none} lines, not taken for a topic ${percent(score.noneKept)}`,
  ])
  // Held-out lines stay unread, so that nobody tunes to them.
  if (showsMisses && name.startsWith('tuning')) print('  not understood:', score.misses)
}

for (const locale of line.settings.locales) {
  const score = scoreUnlearnt(files, locale)
  print(`cries.json ${locale}, by a line that has not learnt from them`, [
    `cries      ${score.cries}, named ${percent(score.named)}, first ${percent(score.first)}`,
    `ordinary   ${score.ordinary}, named ${percent(score.namedFalse)}, first ${percent(score.firstFalse)}`,
  ])
  if (showsMisses) {
    print('  missed:', score.missed)
    print('  mistaken:', score.mistaken)
  }
}

const all = sets.flatMap(([, lines]) => lines)
const started = performance.now()
for (let round = 0; round < ROUNDS; round += 1)
  for (const { text, locale } of all) find(line.finder, text, locale)
const microseconds = ((performance.now() - started) * 1000) / (ROUNDS * all.length)
const longest = 'my mom has back pain and kemo and she cant slep qzx '.repeat(32).slice(0, 1600)
const before = performance.now()
for (let round = 0; round < ROUNDS; round += 1) find(line.finder, longest, 'en')
const milliseconds = (performance.now() - before) / ROUNDS
process.stdout.write(`A message of 1,600 characters: ${milliseconds.toFixed(1)} ms\n`)
const compiled: CompiledLine = JSON.parse(await readFile(join(root, 'dist', LINE_FILE), 'utf8'))
const lexicon = JSON.stringify(compiled.lexicon)
process.stdout.write(
  `${microseconds.toFixed(0)} microseconds a message on average; lexicon ${kilobytes(lexicon.length)}, gzipped ${kilobytes(gzipSync(lexicon).length)}\n`,
)

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`
}

function print(title: string, rows: readonly string[]): void {
  process.stdout.write(`${[title, ...rows.map((row) => `  ${row}`)].join('\n')}\n`)
}
