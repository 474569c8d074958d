/**
 * `npm run bench -- floods`: what unsigned floods do to the people of the line. Signed webhooks are sent as fast as they
 * are answered, alone and under each flood in turns: of webhooks that are refused, so many a second; of pages, as fast as
 * 256 connections get them. Then a thousand connections never finish their request.
 */
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import autocannon, { type Request } from 'autocannon'
import { driveClosed, type Throughput } from './support/closed-loop.ts'
import { publish } from './support/document.ts'
import { judged, machine, median } from './support/figures.ts'
import { keyPressed } from './support/requests.ts'
import { startServer } from './support/servers.ts'

const PORT = 3120
const ROUNDS = Number(process.argv[2] ?? 3)
const SECONDS = 5
const CONNECTIONS = 16
const PEOPLE = 12_800
/** Signed webhooks may be slowed by a third, and none may wait for a second. */
const LEAST = 2 / 3
const MOST_P99_MS = 1000
const WEBHOOK_CONNECTIONS = 32
const PAGE_CONNECTIONS = 256
const SLOW_CONNECTIONS = 1000
/** headersTimeout of the server, and the time between two looks at it. */
const SLOW_SECONDS = 15 + 5
const MOST_GROWTH_MB = 100

interface Flood {
  /** Requests a second; null: as many as are answered. */
  readonly rate: number | null
  readonly request: Request
}

interface Measured {
  readonly alone: Throughput
  readonly flooded: Throughput
  /** Requests of the flood that were answered in a second. */
  readonly rate: number
  /** Processor time of one of them, in microseconds. */
  readonly each: number
}

const FORGED = { 'x-twilio-signature': 'L/OH5YylLD5NRKLltdqwSvS0BnU=' }

/** Ten times what a busy line gets in a second, or as many bytes as a fast connection brings. */
const FLOODS: Readonly<Record<string, Flood>> = {
  'without a signature': { rate: 2000, request: form('From=%2B15555550111&Body=BONE') },
  'with a false signature': {
    rate: 2000,
    request: { ...keyPressed('/voice', '1', 0), headers: form('', FORGED).headers },
  },
  'with a false signature, 60 KB in 300 fields': { rate: 200, request: form(fields(300, 190), FORGED) },
  'of 10,000 fields': { rate: 200, request: form(fields(10_000, 0), FORGED) },
  'of 1 MB bodies': { rate: 50, request: form('x'.repeat(1_000_000)) },
  'on a page': page('/en'),
  'on an address at which nothing is': page('/en/nothing?at=all'),
  'on a script': page(scriptPath()),
}

const signed = Array.from({ length: PEOPLE }, (_, number) =>
  keyPressed('/voice/1/en/normal/main', '2', number),
)
const server = await startServer('dist/node.js', PORT, keyPressed('/voice', '', 0))
const drive = () => driveClosed(server, signed, { connections: CONNECTIONS, seconds: SECONDS })
await drive()
const memoryBefore = server.megabytes()

const measured = new Map<string, Measured[]>(Object.keys(FLOODS).map((name) => [name, []]))
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const [name, flood] of Object.entries(FLOODS)) measured.get(name)?.push(await measure(flood))
  process.stderr.write(`round ${round} of ${ROUNDS}\n`)
}
const slow = openSlowConnections()
const alone = await drive()
await slow.opened
const whileSlow = await drive()
const closed = await slow.closed
const memoryAfter = server.megabytes()
await server.stop()

publish('floods', [
  '| flood | answered a second | processor each | signed a second, alone | under it | ratio | p99 alone | p99 under it |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ...[...measured].map(([name, rounds]) => rowOf(name, rounds)),
  `| ${SLOW_CONNECTIONS} connections that never finish their request | | | ${Math.round(alone.rate)} | ${Math.round(whileSlow.rate)} | ${judgedRatio(whileSlow.rate / alone.rate)} | ${alone.p99} ms | ${whileSlow.p99} ms |`,
  '',
  `All ${closed} slow connections were closed by the server within ${SLOW_SECONDS} s. Memory: ${Math.round(memoryBefore)} MB before, ${Math.round(memoryAfter)} MB after (at most ${MOST_GROWTH_MB} more).`,
  '',
  machine(`medians of ${ROUNDS} rounds of ${SECONDS} s`),
])

async function measure({ rate, request }: Flood): Promise<Measured> {
  const alone = await drive()
  const flood = autocannon({
    url: server.url,
    connections: rate ? WEBHOOK_CONNECTIONS : PAGE_CONNECTIONS,
    duration: SECONDS,
    ...(rate ? { overallRate: rate } : {}),
    requests: [request],
    workers: 1,
  })
  const flooded = await drive()
  const { requests } = await flood
  const answering = (alone.microseconds / alone.answered) * flooded.answered
  return { alone, flooded, rate: requests.average, each: (flooded.microseconds - answering) / requests.total }
}

function rowOf(name: string, rounds: readonly Measured[]): string {
  const middle = (figure: (round: Measured) => number) => median(rounds.map(figure))
  const p99 = middle(({ flooded }) => flooded.p99)
  const cells = [
    name,
    Math.round(middle(({ rate }) => rate)),
    `${Math.round(middle(({ each }) => each))} µs`,
    Math.round(middle(({ alone }) => alone.rate)),
    Math.round(middle(({ flooded }) => flooded.rate)),
    judgedRatio(middle(({ alone, flooded }) => flooded.rate / alone.rate)),
    `${middle(({ alone }) => alone.p99)} ms`,
    judged(`${p99} ms`, p99 < MOST_P99_MS, `< ${MOST_P99_MS} ms`),
  ]
  return `| ${cells.join(' | ')} |`
}

function judgedRatio(ratio: number): string {
  return judged(ratio.toFixed(2), ratio >= LEAST, `≥ ${LEAST.toFixed(2)}`)
}

/** Each sends a byte of its headers a second, and never the last. */
function openSlowConnections(): { readonly opened: Promise<unknown>; readonly closed: Promise<number> } {
  const sockets = Array.from({ length: SLOW_CONNECTIONS }, () => connect(PORT, '127.0.0.1'))
  const each = (event: 'connect' | 'close') =>
    Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once(event, resolve))))
  for (const socket of sockets) {
    socket.on('error', () => {})
    socket.resume()
    socket.write('POST /voice HTTP/1.1\r\nX-Slow: ')
  }
  const dribbling = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write('x')
  }, 1000)
  const late = new Promise<never>((_, reject) =>
    setTimeout(reject, (SLOW_SECONDS + 5) * 1000, new Error('Slow connections are not closed.')).unref(),
  )
  const closed = Promise.race([each('close'), late]).then((all) => {
    clearInterval(dribbling)
    return all.length
  })
  return { opened: each('connect'), closed }
}

function form(body: string, headers: Readonly<Record<string, string>> = {}): Request {
  return {
    method: 'POST',
    path: '/sms',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  }
}

function fields(count: number, length: number): string {
  return Array.from({ length: count }, (_, index) => `F${index}=${'x'.repeat(length)}`).join('&')
}

function page(path: string): Flood {
  return {
    rate: null,
    request: { method: 'GET', path, headers: { 'accept-encoding': 'gzip, deflate, br' }, body: '' },
  }
}

/** The address of the largest script. */
function scriptPath(): string {
  const assets: readonly { readonly name: string; readonly path: string }[] = JSON.parse(
    readFileSync('dist/assets.json', 'utf8'),
  )
  return assets.find(({ name }) => name === 'usage.js')?.path ?? ''
}
