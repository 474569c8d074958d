/**
 * `npm run bench -- growth`: what becomes of start, memory and answers when a line has 1,000 topics in 20 languages.
 *
 * The authored files cannot hold so many: topics have two-digit numbers, and menus a bound depth. So the real topics are
 * multiplied behind the checks, each language with words of its own, and given to the same lexicon and server.
 *
 * @example
 * npm run bench -- growth 300 5   # 300 topics in 5 languages
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { mapValues } from '../src/authored/records.ts'
import { buildLexicon, type LexiconLocale, learnAnew } from '../src/finder/lexicon.ts'
import type { CompiledLine } from '../src/line/line.ts'
import { type AuthoredLocale, readLocale } from '../src/locale/read.ts'
import { loadFiles } from '../src/server/load-files.ts'
import { shippedProject } from '../src/server/project.ts'
import { driveClosed } from './support/closed-loop.ts'
import { publish } from './support/document.ts'
import { judged, machine, median } from './support/figures.ts'
import { keyPressed } from './support/requests.ts'
import { readLine, scenariosOf } from './support/scenarios.ts'
import { startServer } from './support/servers.ts'

const [TOPICS, LOCALES] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 20)]
const ROUNDS = 5
const SECONDS = 3
const CONNECTIONS = 32
const STEPS = 6400
/** Of the rate of the real line. */
const LEAST_RATE = 0.9

const line = readLine()
const topics = Object.keys(line.nodes).filter((slug) => line.nodes[slug]?.kind === 'topic')
const copies = Math.ceil((TOPICS - topics.length) / topics.length)
const nodes = multiplied(line.nodes, (node) => (node.kind === 'topic' ? { ...node, number: 0 } : node))
const files = await loadFiles(shippedProject('.'))
const authored = Object.keys(line.locales).flatMap((name) => readLocale(files, name).locale ?? [])

const sources: Record<string, LexiconLocale> = {}
const locales: Record<string, CompiledLine['locales'][string]> = {}
for (let number = 0; number < LOCALES; number += 1) addLocale(number)

const began = performance.now()
const lexicon = buildLexicon(
  { nodes, locales: sources, countries: [], territories: {}, otherLanguages: {} },
  learnAnew,
)
const lexiconSeconds = (performance.now() - began) / 1000
const grownLine = { ...line, nodes, locales, lexicon: { ...lexicon, numbers: line.lexicon.numbers } }
const text = JSON.stringify(grownLine)

const folder = mkdtempSync(join(tmpdir(), 'plainline-growth-'))
for (const name of ['dist', 'drizzle', 'package.json']) cpSync(name, join(folder, name), { recursive: true })
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
writeFileSync(join(folder, 'dist', 'line.json'), text)

const arrival = keyPressed('/voice', '', 0)
const real = await startServer('dist/node.js', 3110, arrival)
const grown = await startServer(join(folder, 'dist', 'node.js'), 3111, arrival)
const idle = { real: real.megabytes(), grown: grown.megabytes() }
const { 'voice-topic': step } = scenariosOf(line)
const steps = Array.from({ length: STEPS }, (_, number) => step(number))
const rates: number[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const drive = async (server: typeof real) =>
    (await driveClosed(server, steps, { connections: CONNECTIONS, seconds: SECONDS })).rate
  const first = round % 2 === 0 ? await drive(grown) : null
  const realRate = await drive(real)
  const grownRate = first ?? (await drive(grown))
  // The first round warms up.
  if (round > 0) rates.push(grownRate / realRate)
}
await real.stop()
await grown.stop()
rmSync(folder, { recursive: true })

const started = performance.now()
execFileSync(process.execPath, ['dist/cli/compile.js'], { stdio: 'ignore' })
const compileSeconds = (performance.now() - started) / 1000
const rate = median(rates)
publish('growth', [
  `| | the real line: ${topics.length} topics, ${Object.keys(line.locales).length} languages | ${topics.length * (copies + 1)} topics, ${LOCALES} languages |`,
  '| --- | ---: | ---: |',
  `| check and compile | ${compileSeconds.toFixed(1)} s | the lexicon alone: ${lexiconSeconds.toFixed(1)} s |`,
  `| \`dist/line.json\` | ${megabytes(statSync('dist/line.json').size)} | ${megabytes(Buffer.byteLength(text))} |`,
  `| the same, gzipped | ${megabytes(gzipSync(readFileSync('dist/line.json')).length)} | ${megabytes(gzipSync(text).length)} |`,
  `| start of the process to its first TwiML | ${Math.round(real.startMs)} ms | ${Math.round(grown.startMs)} ms |`,
  `| memory after start | ${Math.round(idle.real)} MB | ${Math.round(idle.grown)} MB |`,
  `| voice steps a second, of the real line's | 1 | ${judged(rate.toFixed(2), rate >= LEAST_RATE, `≥ ${LEAST_RATE}`)} |`,
  '',
  machine(`medians of ${ROUNDS} rounds of ${SECONDS} s`),
])

/** A language like one of the real ones, with words that no other language has. */
function addLocale(number: number): void {
  const names = Object.keys(line.locales)
  const like = authored[number % authored.length]
  const base = line.locales[names[number % names.length] ?? '']
  if (!like || !base) throw new Error('The line has no language.')
  const name = names[number] ?? `x${String.fromCharCode(97 + number)}`
  sources[name] = wordsOf(like, number)
  locales[name] = {
    ...base,
    resources: { ...base.resources, nodes: multiplied(base.resources.nodes, (text) => text) },
  }
}

function wordsOf(
  {
    settings,
    commands,
    alarms,
    cries,
    examples,
    numerals,
    countries,
    directory,
    nodes: texts,
  }: AuthoredLocale,
  by: number,
): LexiconLocale {
  const words = (list: readonly string[]) => list.map((word) => foreign(word, by))
  const prose = (parts: Readonly<Record<string, string>>) => mapValues(parts, (part) => foreign(part, by))
  const own = mapValues(texts, ({ data: text }) => ({
    ...text,
    keywords: words(text.keywords),
    phrases: words(text.phrases),
    voice: prose(text.voice),
    sms: prose(text.sms),
  }))
  return {
    settings: settings.data,
    commands: commands.data,
    alarms: alarms.data,
    cries: cries.data,
    examples: mapValues(examples.data, words),
    numerals: numerals.data,
    countries: countries.data,
    directory: directory.data,
    nodes: multiplied(own, (text, copy) => ({
      ...text,
      keywords: text.keywords.map((word) => `${word} ${copy}`),
      phrases: text.phrases.map((phrase) => `${phrase} ${copy}`),
    })),
  }
}

/** Each topic of a table as often as it takes. */
function multiplied<Value>(
  table: Readonly<Record<string, Value>>,
  change: (value: Value, copy: number) => Value,
): Record<string, Value> {
  const all = { ...table }
  for (let copy = 0; copy < copies; copy += 1)
    for (const slug of topics) {
      const value = table[slug]
      if (value !== undefined) all[`${slug}x${copy}`] = change(value, copy)
    }
  return all
}

/** Letters moved on by so many. */
function foreign(text: string, by: number): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + by) % 26)))
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
