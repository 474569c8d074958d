// `npm run bench:floods`: what unsigned floods do to the people of the line. Signed webhooks are sent as fast as they are
// answered, alone and under each flood in turns; then a thousand connections that never finish asking. All on this machine.

import { connect } from 'node:net'
import { cpus, loadavg } from 'node:os'
import autocannon from 'autocannon'
import { writeSection } from './document.mjs'
import { keyPressed } from './requests.mjs'
import { startServer } from './servers.mjs'

const PORT = 3120
const ROUNDS = Number(process.argv[2] ?? 3)
const SECONDS = 5
const CONNECTIONS = 16
const PEOPLE = 12_800
/** Signed webhooks may be slowed by a third. */
const LEAST = 2 / 3
const SLOW_CONNECTIONS = 1000
/** headersTimeout of src/node.ts, and the time between two looks at it. */
const SLOW_SECONDS = 15 + 5
const MOST_GROWTH_MB = 100

const form = (body, headers = {}) => ({
  method: 'POST',
  path: '/sms',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body,
})
const forged = { 'x-twilio-signature': 'L/OH5YylLD5NRKLltdqwSvS0BnU=' }
const fields = (count, length) =>
  Array.from({ length: count }, (_, index) => `F${index}=${'x'.repeat(length)}`).join('&')

/** Ten times what a busy line gets in a second, or as many bytes as a fast connection brings. */
const FLOODS = {
  'without a signature': { rate: 2000, request: form('From=%2B15555550111&Body=BONE') },
  'with a false signature': {
    rate: 2000,
    request: { ...keyPressed('/voice', '1', 0), headers: form('', forged).headers },
  },
  'with a false signature, 60 KB in 300 fields': { rate: 200, request: form(fields(300, 190), forged) },
  'of 10,000 fields': { rate: 200, request: form(fields(10_000, 0), forged) },
  'of 1 MB bodies': { rate: 50, request: form('x'.repeat(1_000_000)) },
}

const signed = Array.from({ length: PEOPLE }, (_, number) =>
  keyPressed('/voice/1/en/normal/main', '2', number),
)
const server = await startServer('dist/node.js', PORT, keyPressed('/voice', '', 0))
await drive()
const memoryBefore = server.megabytes()

const rounds = []
for (let round = 0; round < ROUNDS; round += 1) {
  const results = {}
  for (const [name, { rate, request }] of Object.entries(FLOODS)) {
    const alone = await drive()
    const flood = autocannon({
      url: server.url,
      connections: 32,
      duration: SECONDS,
      overallRate: rate,
      requests: [request],
      workers: 1,
    })
    const flooded = await drive()
    const { non2xx } = await flood
    results[name] = {
      ratio: flooded.rate / alone.rate,
      alone,
      flooded,
      refusal: (flooded.microseconds - (alone.microseconds / alone.answered) * flooded.answered) / non2xx,
    }
  }
  rounds.push(results)
  process.stderr.write(`round ${round + 1} of ${ROUNDS}\n`)
}

const slow = openSlowConnections()
const alone = await drive()
await slow.opened
const whileSlow = await drive()
const closed = await slow.closed
const memoryAfter = server.megabytes()
await server.stop()

const ratioOf = (name) => median(rounds.map((results) => results[name].ratio))
const rows = Object.entries(FLOODS).map(([name, { rate }]) => {
  const of = (side, field) => median(rounds.map((results) => results[name][side][field]))
  const refusal = median(rounds.map((results) => results[name].refusal))
  return `| ${name} | ${rate} | ${Math.round(refusal)} µs | ${Math.round(of('alone', 'rate'))} | ${Math.round(of('flooded', 'rate'))} | ${judged(ratioOf(name))} | ${of('alone', 'p99')} ms | ${of('flooded', 'p99')} ms |`
})
const report = [
  '| flood | unsigned a second | processor each | signed a second, alone | under it | ratio | p99 alone | p99 under it |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ...rows,
  `| ${SLOW_CONNECTIONS} connections that never finish asking | | | ${Math.round(alone.rate)} | ${Math.round(whileSlow.rate)} | ${judged(whileSlow.rate / alone.rate)} | ${alone.p99} ms | ${whileSlow.p99} ms |`,
  '',
  `All ${closed} slow connections were closed by the server within ${SLOW_SECONDS} s. Memory: ${Math.round(memoryBefore)} MB before, ${Math.round(memoryAfter)} MB after (at most ${MOST_GROWTH_MB} more).`,
  '',
  `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model.trim()}), autocannon on the same machine, whose load was ${loadavg()[1].toFixed(1)} with it; medians of ${ROUNDS} rounds of ${SECONDS} s; ${new Date().toISOString().slice(0, 10)}.`,
].join('\n')
process.stdout.write(`${report}\n`)
writeSection('floods', report)

async function drive() {
  const before = server.microseconds()
  let client = 0
  const result = await autocannon({
    url: server.url,
    connections: CONNECTIONS,
    duration: SECONDS,
    setupClient(connection) {
      const first = (client++ * PEOPLE) / CONNECTIONS
      connection.setRequests(signed.slice(first, first + PEOPLE / CONNECTIONS))
    },
  })
  if (result.non2xx + result.errors > 0)
    throw new Error(`${result.non2xx + result.errors} signed webhooks failed`)
  return {
    rate: result.requests.average,
    p99: result.latency.p99,
    answered: result.requests.total,
    microseconds: server.microseconds() - before,
  }
}

/** Each sends a byte of its headers a second, and never the last. */
function openSlowConnections() {
  const sockets = Array.from({ length: SLOW_CONNECTIONS }, () => connect(PORT, '127.0.0.1'))
  const each = (event) =>
    Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once(event, resolve))))
  for (const socket of sockets) {
    socket.on('error', () => {})
    socket.resume()
    socket.write('POST /voice HTTP/1.1\r\nX-Slow: ')
  }
  const dribbling = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write('x')
  }, 1000)
  const late = new Promise((_, reject) =>
    setTimeout(reject, (SLOW_SECONDS + 5) * 1000, new Error('Slow connections are not closed.')).unref(),
  )
  const closed = Promise.race([each('close'), late]).then((all) => {
    clearInterval(dribbling)
    return all.length
  })
  return { opened: each('connect'), closed }
}

function judged(ratio) {
  return `**${ratio.toFixed(2)}** (${ratio >= LEAST ? 'met' : 'MISSED'}: ${LEAST.toFixed(2)})`
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}
