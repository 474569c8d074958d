// `npm run bench`: what a webhook costs here, against the least that it could cost and against the documented way.
//
// Each server is a process of its own and is driven by autocannon over 32 connections with signed forms, in turns,
// for several rounds. Ratios are taken within a round, so that a slow minute of the machine slows both sides.
import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import autocannon from 'autocannon'
import { median } from './arithmetic.mjs'
import { writeSection } from './document.mjs'
import { drivePaced } from './paced.mjs'
import { keyPressed } from './requests.mjs'
import { scenariosOf } from './scenarios.mjs'
import { startServer } from './servers.mjs'

const CONNECTIONS = 32
const ROUNDS = Number(process.argv[2] ?? 5)
const SECONDS = 3
const WARM_UP_SECONDS = 2
/** More people than the line remembers (10,000), or its limit of 10 replies in 5 minutes would hold replies back. */
const PEOPLE = 12_800
const STARTS = 7
const CALM_RATE = 500
const CALM_SECONDS = 10

const BARS = {
  'voice-menu': { floor: 0.9, documented: 3 },
  'voice-topic': { floor: 0.9, documented: 3 },
  'text-word': { floor: 0.8 },
  'text-sentence': { floor: 0.5 },
}
const NAMES = {
  'voice-menu': 'call: key to a menu',
  'voice-topic': 'call: key to a topic',
  'text-word': 'text: a word',
  'text-sentence': 'text: a misspelt sentence',
}

const line = JSON.parse(readFileSync('dist/line.json', 'utf8'))
const scenarios = scenariosOf(line)
const arrival = keyPressed('/voice', '', 0)

/** Signed beforehand: the driver must have the time to drive. */
const prepared = new Map()

const starts = []
for (let start = 0; start < STARTS; start += 1) {
  const server = await startServer('dist/node.js', 3100, arrival)
  starts.push(server.startMs)
  await server.stop()
}

const theLine = await startServer('dist/node.js', 3101, arrival)
const answers = {}
for (const [name, request] of Object.entries(scenarios)) answers[name] = await typicalAnswer(request)
const words = Object.fromEntries(
  Object.entries(answers).map(([name, twiml]) => [name, twiml.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')]),
)
const peer = (name, port) =>
  startServer(`bench/peers/${name}.mjs`, port, keyPressed('/voice-menu', '1', 0), {
    ANSWERS: JSON.stringify(answers),
    WORDS: JSON.stringify(words),
  })
const servers = {
  bare: await peer('bare', 3102),
  floor: await peer('floor', 3103),
  documented: await peer('documented', 3104),
  line: theLine,
}

const rounds = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const results = {}
  for (const scenario of Object.keys(scenarios)) {
    results[scenario] = {}
    for (const name of turned(Object.keys(servers), round))
      results[scenario][name] = await drive(name, scenario, round === 0 ? WARM_UP_SECONDS : SECONDS)
  }
  // The first round warms up.
  if (round > 0) rounds.push(results)
  process.stderr.write(`round ${round} of ${ROUNDS}\n`)
}
const memory = Object.fromEntries(Object.entries(servers).map(([name, server]) => [name, server.megabytes()]))
const calm = { line: [], bare: [] }
for (const scenario of Object.keys(scenarios))
  for (const name of Object.keys(calm))
    calm[name].push(await drivePaced(servers[name].url, requestsFor(name, scenario), CALM_RATE, CALM_SECONDS))
for (const server of Object.values(servers)) await server.stop()

const report = [...throughputTable(), '', ...otherTable()].join('\n')
process.stdout.write(`${report}\n`)
writeSection('bench', report)

/** The answer of middle length: what the peers answer. */
async function typicalAnswer(request) {
  const some = []
  for (let number = 0; number < 40; number += 1) {
    const { path, ...init } = request(PEOPLE + number)
    some.push(await (await fetch(theLine.url + path, init)).text())
  }
  return some.sort((a, b) => a.length - b.length)[some.length / 2]
}

function requestsFor(name, scenario) {
  const path = name === 'line' ? undefined : `/${scenario}`
  const key = `${scenario} ${path}`
  if (!prepared.has(key))
    prepared.set(
      key,
      Array.from({ length: PEOPLE }, (_, number) => scenarios[scenario](number, path)),
    )
  return prepared.get(key)
}

async function drive(name, scenario, duration) {
  const before = servers[name].microseconds()
  const requests = requestsFor(name, scenario)
  let client = 0
  const result = await autocannon({
    url: servers[name].url,
    connections: CONNECTIONS,
    duration,
    // Each connection has people of its own.
    setupClient(connection) {
      const first = (client++ * PEOPLE) / CONNECTIONS
      connection.setRequests(requests.slice(first, first + PEOPLE / CONNECTIONS))
    },
  })
  if (result.non2xx + result.errors > 0)
    throw new Error(`${name} failed ${result.non2xx + result.errors} requests`)
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    microseconds: (servers[name].microseconds() - before) / result.requests.total,
  }
}

function throughputTable() {
  return [
    '| | requests a second | p50 | p99 | of floor | times the documented way | processor a request | of floor |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...Object.keys(scenarios).flatMap((scenario) => [
      `| **${NAMES[scenario]}** | | | | | | | |`,
      ...Object.keys(servers).map((name) => {
        const of = (field) => median(rounds.map((results) => results[scenario][name][field]))
        const ratio = (peer) =>
          median(rounds.map((results) => results[scenario][name].rate / results[scenario][peer].rate))
        const spared = median(
          rounds.map(
            (results) => results[scenario].floor.microseconds / results[scenario][name].microseconds,
          ),
        )
        const bar = name === 'line' ? BARS[scenario] : {}
        return `| ${name} | ${Math.round(of('rate')).toLocaleString('en')} | ${of('p50')} ms | ${of('p99')} ms | ${judged(ratio('floor'), bar.floor)} | ${judged(ratio('documented'), bar.documented)} | ${of('microseconds').toFixed(0)} µs | ${spared.toFixed(2)} |`
      }),
    ]),
  ]
}

function otherTable() {
  const [cpu] = cpus()
  const p99 = (name) => Math.max(...calm[name].map((result) => result.p99))
  return [
    '| | measured | bar |',
    '| --- | ---: | ---: |',
    `| p99 at ${CALM_RATE} requests a second, the worst of the four | ${p99('line')} ms (bare: ${p99('bare')} ms) | < 8 ms |`,
    `| memory after load: bare, floor, documented, line | ${Object.values(memory).map(Math.round).join(', ')} MB | |`,
    `| memory after load, line to bare | ${(memory.line / memory.bare).toFixed(2)} | < 1.5 |`,
    `| process start to first TwiML | ${Math.round(median(starts))} ms | < 500 ms |`,
    '',
    `Node ${process.versions.node}, ${cpus().length} cores (${cpu.model.trim()}), autocannon on the same machine, whose load was ${loadavg()[1].toFixed(1)} with it (2 would be the bench alone); medians of ${ROUNDS} rounds of ${SECONDS} s; ${new Date().toISOString().slice(0, 10)}.`,
  ]
}

function judged(ratio, bar) {
  const written = ratio.toFixed(2)
  return bar === undefined ? written : `**${written}** (${ratio >= bar ? 'met' : 'MISSED'}: ${bar})`
}

function turned(list, by) {
  const at = by % list.length
  return [...list.slice(at), ...list.slice(0, at)]
}
