/** The server on Node: reads its settings and the compiled line, answers calls and texts, and writes its counts before it ends. */
import { fileURLToPath } from 'node:url'
import { readConfig } from './config.ts'
import { withOverrides } from './line/overrides.ts'
import { loadLineOrExit } from './server/load-line.ts'
import { startServer } from './server/start.ts'
import { startNotice } from './server/start-notice.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { config, problems } = readConfig(process.env)
if (!config) exitWith(problems)
const { line, problem } = withOverrides(await loadLineOrExit(root), config)
if (problem) exitWith([problem])

const server = await startServer(config, line, root).catch((error: Error) => exitWith([error.message]))
process.stdout.write(startNotice(line, config, server.port))
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, async () => {
    await server.shutDown()
    // A database that hangs would keep the process from ending.
    process.exit()
  })

function exitWith(sentences: readonly string[]): never {
  process.stderr.write(`${sentences.join('\n')}\n`)
  process.exit(1)
}
