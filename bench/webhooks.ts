/**
 * `npm run bench`: what a webhook costs here, against the least that it could cost and against Twilio's documented way.
 *
 * Each server is a process of its own and is driven over 32 connections with signed forms, in turns, for several rounds.
 * Ratios are taken within a round, so that a slow minute of the machine slows both sides.
 *
 * @example
 * npm run bench                # five rounds
 * npm run bench -- webhooks 3  # three
 */
import type { Request } from 'autocannon'
import { driveClosed, type Throughput } from './support/closed-loop.ts'
import { publish } from './support/document.ts'
import { judged, machine, median } from './support/figures.ts'
import { drivePaced } from './support/paced.ts'
import { keyPressed } from './support/requests.ts'
import { type RequestOf, readLine, SCENARIOS, type Scenario, scenariosOf } from './support/scenarios.ts'
import { type Server, startServer } from './support/servers.ts'

const ROUNDS = Number(process.argv[2] ?? 5)
const CONNECTIONS = 32
const SECONDS = 3
const WARM_UP_SECONDS = 2
/** More people than the line remembers (10,000), or its limit of 10 replies in 5 minutes would hold replies back. */
const PEOPLE = 12_800
const STARTS = 7
const CALM_RATE = 500
const CALM_SECONDS = 10

const SERVERS = ['bare', 'documented', 'line'] as const
type Name = (typeof SERVERS)[number]

const TITLES: Readonly<Record<Scenario, string>> = {
  'voice-menu': 'call: key to a menu',
  'voice-topic': 'call: key to a topic',
  'text-word': 'text: a word',
  'text-sentence': 'text: a misspelt sentence',
}
/** How many times the rate of the documented way the line must reach. */
const LEAST_TIMES: Readonly<Record<Scenario, number | null>> = {
  'voice-menu': 2.5,
  'voice-topic': 2.5,
  'text-word': null,
  'text-sentence': 1.2,
}
const MOST = { calmP99: 8, memoryTimes: 2.2, startMs: 500 }

type Results = Readonly<Record<Scenario, Readonly<Record<Name, Throughput>>>>

const scenarios = scenariosOf(readLine())
const arrival = keyPressed('/voice', '', 0)
const starts = await startSeveralTimes()
const line = await startServer('dist/node.js', 3101, arrival)
const answers = await byScenario((scenario) => typicalAnswer(scenarios[scenario]))
const servers: Readonly<Record<Name, Server>> = {
  bare: await startPeer('bare', 3102),
  documented: await startPeer('documented', 3103),
  line,
}
/** Signed beforehand: the driver must have the time to drive. Peers are asked for the answer of a scenario by its name. */
const asked = await byScenario(async (scenario) => ({
  line: requestsOf(scenarios[scenario]),
  peer: requestsOf(scenarios[scenario], `/${scenario}`),
}))

const rounds: Results[] = []
for (let round = 0; round <= ROUNDS; round += 1) {
  const results = await byScenario((scenario) => driveEach(scenario, round))
  // The first round warms up.
  if (round > 0) rounds.push(results)
  process.stderr.write(`round ${round} of ${ROUNDS}\n`)
}
const memory = SERVERS.map((name) => servers[name].megabytes())
const calm = { line: await worstCalmP99('line'), bare: await worstCalmP99('bare') }
for (const server of Object.values(servers)) await server.stop()

publish('bench', [
  ...throughputRows(),
  '',
  ...otherRows(),
  '',
  machine(`medians of ${ROUNDS} rounds of ${SECONDS} s`),
])

async function startSeveralTimes(): Promise<readonly number[]> {
  const times: number[] = []
  for (let start = 0; start < STARTS; start += 1) {
    const server = await startServer('dist/node.js', 3100, arrival)
    times.push(server.startMs)
    await server.stop()
  }
  return times
}

function startPeer(name: string, port: number): Promise<Server> {
  const words = Object.entries(answers).map(([scenario, twiml]) => [
    scenario,
    twiml.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '),
  ])
  return startServer(`bench/peers/${name}.mjs`, port, keyPressed('/voice-menu', '1', 0), {
    ANSWERS: JSON.stringify(answers),
    WORDS: JSON.stringify(Object.fromEntries(words)),
  })
}

/** One after another, in the order of SCENARIOS. */
async function byScenario<Value>(
  make: (scenario: Scenario) => Promise<Value>,
): Promise<Readonly<Record<Scenario, Value>>> {
  return {
    'voice-menu': await make('voice-menu'),
    'voice-topic': await make('voice-topic'),
    'text-word': await make('text-word'),
    'text-sentence': await make('text-sentence'),
  }
}

/** The answer of middle length; the peers give it. */
async function typicalAnswer(requestOf: RequestOf): Promise<string> {
  const some: string[] = []
  for (let number = 0; number < 41; number += 1) {
    const { path, method, headers, body } = requestOf(PEOPLE + number)
    some.push(await (await fetch(line.url + path, { method, headers, body })).text())
  }
  return some.sort((a, b) => a.length - b.length)[20] ?? ''
}

function requestsOf(requestOf: RequestOf, path?: string): readonly Request[] {
  return Array.from({ length: PEOPLE }, (_, number) => requestOf(number, path))
}

/** Which server is first changes with the round. */
async function driveEach(scenario: Scenario, round: number): Promise<Readonly<Record<Name, Throughput>>> {
  const seconds = round === 0 ? WARM_UP_SECONDS : SECONDS
  const drive = (name: Name) =>
    driveClosed(servers[name], asked[scenario][name === 'line' ? 'line' : 'peer'], {
      connections: CONNECTIONS,
      seconds,
    })
  const found: Partial<Record<Name, Throughput>> = {}
  for (let turn = 0; turn < SERVERS.length; turn += 1) {
    const name = SERVERS[(turn + round) % SERVERS.length] ?? 'line'
    found[name] = await drive(name)
  }
  const { bare, documented, line } = found
  if (!bare || !documented || !line) throw new Error('A server was left out.')
  return { bare, documented, line }
}

async function worstCalmP99(name: 'line' | 'bare'): Promise<number> {
  const worst: number[] = []
  for (const scenario of SCENARIOS) {
    const requests = asked[scenario][name === 'line' ? 'line' : 'peer']
    worst.push((await drivePaced(servers[name].url, requests, CALM_RATE, CALM_SECONDS)).p99)
  }
  return Math.max(...worst)
}

function throughputRows(): readonly string[] {
  return [
    '| | requests a second | p50 | p99 | processor a request | times the documented way |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...SCENARIOS.flatMap((scenario) => [
      `| **${TITLES[scenario]}** | | | | | |`,
      ...SERVERS.map((name) => throughputRow(scenario, name)),
    ]),
  ]
}

function throughputRow(scenario: Scenario, name: Name): string {
  const middle = (figure: (result: Throughput) => number) =>
    median(rounds.map((results) => figure(results[scenario][name])))
  const times = median(rounds.map(({ [scenario]: each }) => each[name].rate / each.documented.rate))
  const least = name === 'line' ? LEAST_TIMES[scenario] : null
  const cells = [
    Math.round(middle(({ rate }) => rate)).toLocaleString('en'),
    `${middle(({ p50 }) => p50)} ms`,
    `${middle(({ p99 }) => p99)} ms`,
    `${middle(({ microseconds, answered }) => microseconds / answered).toFixed(0)} µs`,
    least === null ? times.toFixed(2) : judged(times.toFixed(2), times >= least, `≥ ${least}`),
  ]
  return `| ${name} | ${cells.join(' | ')} |`
}

function otherRows(): readonly string[] {
  const [bare = 0, , ours = 0] = memory
  const startMs = Math.round(median(starts))
  const times = ours / bare
  return [
    '| | measured |',
    '| --- | ---: |',
    `| p99 at ${CALM_RATE} requests a second, the worst of the four (bare: ${calm.bare} ms) | ${judged(`${calm.line} ms`, calm.line < MOST.calmP99, `< ${MOST.calmP99} ms`)} |`,
    `| memory after load: ${SERVERS.join(', ')} | ${memory.map(Math.round).join(', ')} MB |`,
    `| memory after load, line to bare | ${judged(times.toFixed(2), times <= MOST.memoryTimes, `≤ ${MOST.memoryTimes}`)} |`,
    `| start of the process to its first TwiML | ${judged(`${startMs} ms`, startMs < MOST.startMs, `< ${MOST.startMs} ms`)} |`,
  ]
}
