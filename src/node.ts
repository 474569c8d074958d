/** The server on Node: reads its settings and the compiled line, answers calls and texts, and writes its counts before it ends. */
import { fileURLToPath } from 'node:url'
import { readConfig } from './config.ts'
import { withOverrides } from './line/overrides.ts'
import { loadLineOrExit } from './server/load-line.ts'
import { startServer } from './server/start.ts'
import { startNotice } from './server/start-notice.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const settings = readConfig(process.env)
if (!settings.ok) exitWith(settings.problems)
const config = settings.value
const installed = withOverrides(await loadLineOrExit(root), config)
if (!installed.ok) exitWith(installed.problems)
const line = installed.value

const server = await startServer(config, line, root).catch((error: Error) => exitWith([error.message]))
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
process.stdout.write(startNotice(line, config, server.port))

function exitWith(sentences: readonly string[]): never {
  process.stderr.write(`${sentences.join('\n')}\n`)
  process.exit(1)
}
