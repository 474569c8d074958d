// `npm run bench:growth`: what becomes of start, memory and answers when a line has 1,000 topics in 20 languages.
//
// The authored files cannot say so much: topics have two-digit numbers, and menus a bound depth. So the real topics are
// multiplied behind the checks, each language with words of its own, and given to the same lexicon, server and worker.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { build } from 'esbuild'
import { median } from './arithmetic.mjs'
import { writeSection } from './document.mjs'
import { keyPressed } from './requests.mjs'
import { scenariosOf } from './scenarios.mjs'
import { startServer } from './servers.mjs'

const [TOPICS, LOCALES] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 20)]
const ROUNDS = 5
const SECONDS = 3
const STEPS = 6400

await build({
  stdin: {
    contents: `export { loadFiles } from '../src/authored/load.ts'
export { readLocale } from '../src/locale/read.ts'
export { buildLexicon } from '../src/finder/lexicon.ts'`,
    resolveDir: 'bench',
  },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outfile: 'dist/bench/parts.js',
})
const { loadFiles, readLocale, buildLexicon } = await import(resolve('dist/bench/parts.js'))

const line = JSON.parse(readFileSync('dist/line.json', 'utf8'))
const files = await loadFiles('.')
const authored = Object.keys(line.locales).map((name) => readLocale(files, name).locale)

const topics = Object.keys(line.nodes).filter((slug) => line.nodes[slug].kind === 'topic')
const copies = Math.ceil((TOPICS - topics.length) / topics.length)
const multiplied = (nodes, change) => ({
  ...nodes,
  ...Object.fromEntries(
    Array.from({ length: copies }, (_, copy) =>
      topics.map((slug) => [`${slug}x${copy}`, change(nodes[slug], copy)]),
    ).flat(),
  ),
})
const nodes = multiplied(line.nodes, ({ number: _, ...node }) => ({ ...node, number: 0 }))

/** Letters moved on by so many: words that no other language has. */
const foreign = (text, by) =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + by) % 26)))
const locales = {}
const sources = {}
for (let number = 0; number < LOCALES; number += 1) {
  const like = authored[number % authored.length]
  const name =
    number < authored.length ? Object.keys(line.locales)[number] : `x${String.fromCharCode(97 + number)}`
  const words = (list, copy) =>
    list.map((word) => foreign(word, number) + (copy === undefined ? '' : ` ${copy}`))
  const prose = (parts) =>
    Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, foreign(text, number)]))
  const texts = Object.fromEntries(
    Object.entries(like.nodes).map(([slug, { text }]) => [
      slug,
      {
        ...text,
        keywords: words(text.keywords),
        phrases: words(text.phrases),
        voice: prose(text.voice),
        sms: prose(text.sms),
      },
    ]),
  )
  sources[name] = {
    commands: like.commands.data,
    alarms: like.alarms.data,
    cries: like.cries.data,
    numerals: like.numerals.data,
    nodes: multiplied(texts, (text, copy) => ({
      ...text,
      keywords: words(text.keywords, copy),
      phrases: words(text.phrases, copy),
    })),
  }
  const base = line.locales[Object.keys(line.locales)[number % authored.length]]
  locales[name] = {
    ...base,
    resources: { ...base.resources, nodes: multiplied(base.resources.nodes, (text) => text) },
  }
}

const began = performance.now()
const lexicon = buildLexicon({ nodes, locales: sources })
const lexiconSeconds = (performance.now() - began) / 1000
const text = JSON.stringify({
  ...line,
  nodes,
  locales,
  lexicon: { ...lexicon, numbers: line.lexicon.numbers },
})

const folder = mkdtempSync(join(tmpdir(), 'plainline-growth-'))
for (const name of ['dist', 'drizzle', 'package.json']) cpSync(name, join(folder, name), { recursive: true })
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
writeFileSync(join(folder, 'dist', 'line.json'), text)

const arrival = keyPressed('/voice', '', 0)
const servers = {
  real: await startServer('dist/node.js', 3110, arrival),
  grown: await startServer(join(folder, 'dist', 'node.js'), 3111, arrival),
}
const idle = Object.fromEntries(Object.entries(servers).map(([name, server]) => [name, server.megabytes()]))
const step = scenariosOf(line)['voice-topic']
const steps = Array.from({ length: STEPS }, (_, number) => step(number))
const rates = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const result = {}
  for (const name of round % 2 ? ['real', 'grown'] : ['grown', 'real']) {
    let client = 0
    const { requests } = await autocannon({
      url: servers[name].url,
      connections: 32,
      duration: SECONDS,
      setupClient(connection) {
        const first = client++ * (STEPS / 32)
        connection.setRequests(steps.slice(first, first + STEPS / 32))
      },
    })
    result[name] = requests.average
  }
  if (round > 0) rates.push(result.grown / result.real)
}
for (const server of Object.values(servers)) await server.stop()
rmSync(folder, { recursive: true })
rmSync('dist/bench', { recursive: true })

const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`
const started = performance.now()
execFileSync(process.execPath, ['dist/cli/compile.js'], { stdio: 'ignore' })
const compileSeconds = (performance.now() - started) / 1000
const report = [
  `| | the real line: ${topics.length} topics, ${Object.keys(line.locales).length} languages | ${Object.keys(nodes).length - Object.keys(line.nodes).length + topics.length} topics, ${LOCALES} languages |`,
  '| --- | ---: | ---: |',
  `| check and compile | ${compileSeconds.toFixed(1)} s | the lexicon alone: ${lexiconSeconds.toFixed(1)} s |`,
  `| \`dist/line.json\` | ${megabytes(statSync('dist/line.json').size)} | ${megabytes(Buffer.byteLength(text))} |`,
  `| the same, gzipped | ${megabytes(gzipSync(readFileSync('dist/line.json')).length)} | ${megabytes(gzipSync(text).length)} |`,
  `| process start to first TwiML | ${Math.round(servers.real.startMs)} ms | ${Math.round(servers.grown.startMs)} ms |`,
  `| memory after start | ${Math.round(idle.real)} MB | ${Math.round(idle.grown)} MB |`,
  `| voice steps a second, of the real line's (bar: 0.90) | 1 | ${median(rates).toFixed(2)} |`,
].join('\n')
process.stdout.write(`${report}\n`)
writeSection('growth', report)
