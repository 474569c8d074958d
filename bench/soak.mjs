// `npm run bench:soak`: half an hour of a busy day, 200 signed requests a second, of which seven in ten are keys and the
// others texts. `npm run bench:soak -- 5` takes five minutes.
import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { writeSection } from './document.mjs'
import { drivePaced } from './paced.mjs'
import { keyPressed } from './requests.mjs'
import { scenariosOf } from './scenarios.mjs'
import { startServer } from './servers.mjs'

const MINUTES = Number(process.argv[2] ?? 30)
const RATE = 200
/** More people than the line remembers (10,000), or its limit of 10 replies in 5 minutes would hold replies back. */
const PEOPLE = 12_800
/** What ten people in a row do. */
const DAY = [
  ...['voice-menu', 'voice-topic', 'voice-topic', 'voice-menu', 'voice-topic', 'voice-menu', 'voice-topic'],
  ...['text-word', 'text-sentence', 'text-word'],
]
const MOST_P99 = 25
/** Memory is flat where its last third, on average, is not a tenth above its second. */
const MOST_GROWTH = 1.1

const line = JSON.parse(readFileSync('dist/line.json', 'utf8'))
const scenarios = scenariosOf(line)
const requests = Array.from({ length: PEOPLE }, (_, number) =>
  scenarios[DAY[number % DAY.length]](number, undefined),
)
const server = await startServer('dist/node.js', 3130, keyPressed('/voice', '', 0))
const memory = []
const watching = setInterval(() => memory.push(server.megabytes()), 10_000)
const before = server.microseconds()
const { answered, failed, p50, p99, longest } = await drivePaced(server.url, requests, RATE, MINUTES * 60)
clearInterval(watching)
const busy = (server.microseconds() - before) / (MINUTES * 60 * 1_000_000)
await server.stop()

const [, second, last] = [0, 1, 2].map((third) =>
  average(memory.slice((third * memory.length) / 3, ((third + 1) * memory.length) / 3)),
)
const growth = last / second
const report = [
  '| | measured | bar |',
  '| --- | ---: | ---: |',
  `| answered, in ${MINUTES} minutes | ${answered.toLocaleString('en')} | |`,
  `| failed | ${failed} | ${judged(failed === 0, 'none')} |`,
  `| p50, p99, longest | ${p50}, ${p99}, ${longest} ms | p99 ${judged(p99 < MOST_P99, `< ${MOST_P99} ms`)} |`,
  `| memory in the second and the last third | ${Math.round(second)}, ${Math.round(last)} MB | ${judged(growth < MOST_GROWTH, 'flat')} |`,
  `| processor, of one core | ${(busy * 100).toFixed(0)} % | |`,
  '',
  `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model.trim()}), the driver on the same machine, whose load was ${loadavg()[2].toFixed(1)} with it; ${new Date().toISOString().slice(0, 10)}.`,
].join('\n')
process.stdout.write(`${report}\n`)
writeSection('soak', report)

function judged(met, bar) {
  return `${met ? 'met' : 'MISSED'}: ${bar}`
}

function average(list) {
  return list.reduce((sum, each) => sum + each, 0) / list.length
}
