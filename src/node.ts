/** The server on Node: reads its settings and the compiled line, answers calls and texts, and writes its counts before it ends. */
import { fileURLToPath } from 'node:url'
import { installLine } from './config.ts'
import type { Line } from './line/line.ts'
import { askedToEnd, endProcess } from './server/ending.ts'
import { readEnvironment } from './server/environment.ts'
import { exitWith, loadLineOrExit } from './server/load-line.ts'
import { projectAt } from './server/project.ts'
import { startServer } from './server/start.ts'

// First of all: the first process of a container is deaf to a signal that it has no handler for.
const asked = askedToEnd()
// Also where a terminal is closed: nobody asks for an end then.
let onHangup = () => {}
process.on('SIGHUP', () => onHangup())
// A reader that has gone, or a full disk, must not end the server.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {})
// Files that it writes are for its owner only: the database, and counts that wait for it.
process.umask(0o077)
const environment = readEnvironment()
const project = projectAt(fileURLToPath(new URL('..', import.meta.url)), environment)
const installed = installLine(await loadLineOrExit(project), environment)
if (!installed.ok) exitWith(installed.problems.join('\n'))
const { config, line, notices } = installed.value
for (const warning of config.warnings) process.stderr.write(`${warning}\n`)

const install = (compiled: Line) => installLine(compiled, environment)
const server = await startServer(config, line, project, install).catch((error: Error) =>
  exitWith(error.message),
)
onHangup = () => void server.reload()
process.stdout.write(startNotice(server.port))
endProcess(await server.shutDown(await asked))

/** The message for the operator: the page to open, the URLs for Twilio's Console, and the languages that are not told, or not whole. */
function startNotice(port: number): string {
  const { publicUrl, authTokens } = config
  const local = `http://localhost:${port}`
  const address = publicUrl ?? local
  const demo = authTokens.length === 0
  return [
    `${line.settings.name} answers.`,
    '',
    `  Open                         ${local}/`,
    '  Call it from this terminal   npm run phone',
    `  Twilio, "A call comes in"    POST ${address}/voice`,
    `  Twilio, "A message comes in" POST ${address}/sms`,
    `  Twilio, call status          POST ${address}/voice/status`,
    '',
    ...(demo
      ? [
          'This is a demo: TWILIO_AUTH_TOKEN is not set, so webhooks are not checked, and only this machine can reach it.',
          '',
        ]
      : []),
    ...(notices.length > 0 ? [...notices, ''] : []),
  ].join('\n')
}
