/**
 * `npm run doctor`: looks at the account, the number and the server, changes nothing, and says what is wrong and what to do.
 *
 * @example
 * npm run doctor          # ends with 1 where something is wrong (✗)
 * npm run doctor -- --json
 */
import { exitCodeFor, writeFindings } from '../doctor/finding.ts'
import { readEnvironment } from '../server/environment.ts'
import { examineLine } from '../server/examine-line.ts'
import { loadLineOrExit } from '../server/load-line.ts'
import { project, readArguments, root } from './support/command.ts'

const USAGE = `npm run doctor: looks at the account at Twilio, the number and the server, and changes nothing.

  --json   the findings as JSON

Each line: ✓ in order, ! should be better, ✗ wrong. Ends with 1 where one is ✗.`

const { values } = readArguments(USAGE, { options: { json: { type: 'boolean', default: false } } })
const findings = await examineLine(root, readEnvironment(), await loadLineOrExit(project))
process.stdout.write(values.json ? `${JSON.stringify(findings, null, 2)}\n` : writeFindings(findings))
process.exitCode = exitCodeFor(findings)
