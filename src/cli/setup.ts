/**
 * `npm run setup`: sets the numbers of the line at Twilio as it needs them. It shows the difference and asks before it writes.
 *
 * @example
 * npm run setup
 * npm run setup -- --yes   # without a question, as in a script
 */
import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { writeFinding } from '../doctor/finding.ts'
import { isWhole, runSetup } from '../doctor/run-setup.ts'
import { readDoctorSettings } from '../doctor/settings.ts'
import { readEnvironment } from '../server/environment.ts'
import { exitWith, loadLineOrExit } from '../server/load-line.ts'
import { createTwilioRest } from '../twilio/rest.ts'
import { project, readArguments } from './support/command.ts'

const USAGE = `npm run setup: points the numbers of line/line.yaml at PUBLIC_URL, at Twilio. It shows what it would change, and asks.

  --yes   writes without asking

It buys nothing.`

const { values } = readArguments(USAGE, { options: { yes: { type: 'boolean', default: false } } })
const line = await loadLineOrExit(project)
const { settings, findings } = readDoctorSettings(readEnvironment(), line.settings)
if (!isWhole(settings)) exitWith(findings.map(writeFinding).join('').trimEnd())
process.exitCode = await runSetup(
  {
    ask: createTwilioRest(settings.credentials),
    print: (text) => void process.stdout.write(text),
    confirm: process.stdin.isTTY ? confirm : null,
  },
  settings,
  { isSure: values.yes },
)

/** Somebody who ends the input in place of an answer (Ctrl-D) has said no. */
async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const ended = once(terminal, 'close').then(() => '\n')
  const answer = await Promise.race([terminal.question(`${question} [y/N] `), ended])
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}
