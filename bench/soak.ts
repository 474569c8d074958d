/**
 * `npm run bench -- soak`: half an hour of a busy day, 200 signed requests a second, of which seven in ten are keys and
 * the others texts.
 *
 * @example
 * npm run bench -- soak 5   # five minutes
 */
import { publish } from './support/document.ts'
import { average, judged, machine } from './support/figures.ts'
import { drivePaced } from './support/paced.ts'
import { keyPressed } from './support/requests.ts'
import { readLine, type Scenario, scenariosOf } from './support/scenarios.ts'
import { startServer } from './support/servers.ts'

const MINUTES = Number(process.argv[2] ?? 30)
const RATE = 200
/** More people than the line remembers (10,000), or its limit of 10 replies in 5 minutes would hold replies back. */
const PEOPLE = 12_800
/** What ten people in a row do. */
const DAY: readonly Scenario[] = [
  ...(['voice-menu', 'voice-topic', 'voice-topic', 'voice-menu', 'voice-topic'] as const),
  ...(['voice-menu', 'voice-topic', 'text-word', 'text-sentence', 'text-word'] as const),
]
const MOST_P99 = 10
/** Memory is flat where its last third, on average, is not a tenth above its second. */
const MOST_GROWTH = 1.1

const scenarios = scenariosOf(readLine())
const requests = Array.from({ length: PEOPLE }, (_, number) =>
  scenarios[DAY[number % DAY.length] ?? 'voice-menu'](number),
)
const server = await startServer('dist/node.js', 3130, keyPressed('/voice', '', 0))
const memory: number[] = []
const watching = setInterval(() => memory.push(server.megabytes()), 10_000)
const before = server.microseconds()
const { answered, failed, p50, p99, longest } = await drivePaced(server.url, requests, RATE, MINUTES * 60)
clearInterval(watching)
const busy = (server.microseconds() - before) / (MINUTES * 60 * 1_000_000)
await server.stop()

const third = (number: number) =>
  average(memory.slice(((number - 1) * memory.length) / 3, (number * memory.length) / 3))
publish('soak', [
  `| ${MINUTES} minutes at ${RATE} a second | measured |`,
  '| --- | ---: |',
  `| answered | ${answered.toLocaleString('en')} |`,
  `| failed | ${judged(String(failed), failed === 0, 'none')} |`,
  `| p50 | ${p50} ms |`,
  `| p99 | ${judged(`${p99} ms`, p99 < MOST_P99, `< ${MOST_P99} ms`)} |`,
  `| longest | ${longest} ms |`,
  `| memory in the second and the last third | ${judged(`${Math.round(third(2))}, ${Math.round(third(3))} MB`, third(3) / third(2) < MOST_GROWTH, 'flat')} |`,
  `| processor, of one core | ${(busy * 100).toFixed(0)} % |`,
  '',
  machine(`${MINUTES} minutes`),
])
