/** The server on Node: reads its settings and the compiled line, answers calls and texts, and writes its counts before it ends. */
import { fileURLToPath } from 'node:url'
import { installLine } from './config.ts'
import { exitWith, loadLineOrExit } from './server/load-line.ts'
import { startServer } from './server/start.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const installed = installLine(await loadLineOrExit(root), process.env)
if (!installed.ok) exitWith(installed.problems.join('\n'))
const { config, line } = installed.value
// A warning that nobody can read, on a full disk or a closed pipe, must not end the server.
process.stderr.on('error', () => {})
for (const warning of config.warnings) process.stderr.write(`${warning}\n`)

const server = await startServer(config, line, root).catch((error: Error) => exitWith(error.message))
let isEnding = false
// A terminal and npm each send the signal: the second one must not end the process before its counts are written.
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, async () => {
    if (isEnding) return
    isEnding = true
    await server.shutDown()
    // A database that hangs would keep the process from ending.
    process.exit()
  })
// After the handlers: a supervisor may send a signal as soon as it has read the notice.
process.stdout.write(startNotice(server.port))

/** The message for the operator: the page to open, and the URLs for Twilio's Console. */
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
  ].join('\n')
}
