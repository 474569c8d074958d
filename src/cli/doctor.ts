/**
 * `npm run doctor`: looks at the account, the number and the server, changes nothing, and says what is wrong and what to do.
 *
 * @example
 * npm run doctor          # ends with 1 where something is wrong (✗)
 * npm run doctor -- --json
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { examine } from '../doctor/examine.ts'
import { exitCodeFor, writeFindings } from '../doctor/finding.ts'
import { readCertificate } from '../doctor/read-certificate.ts'
import { readDoctorSettings } from '../doctor/settings.ts'
import { knownVoicesSchema } from '../locale/known-voices.ts'
import { readEnvironment } from '../server/environment.ts'
import { loadLineOrExit } from '../server/load-line.ts'
import { createTwilioRest } from '../twilio/rest.ts'
import { project, readArguments, root } from './support/command.ts'

const USAGE = `npm run doctor: looks at the account at Twilio, the number and the server, and changes nothing.

  --json   the findings as JSON

Each line: ✓ in order, ! should be better, ✗ wrong. Ends with 1 where one is ✗.`

const { values } = readArguments(USAGE, { options: { json: { type: 'boolean', default: false } } })
const line = await loadLineOrExit(project)
const { settings, findings } = readDoctorSettings(readEnvironment(), line.settings)
const { credentials } = settings
const all = [
  ...findings,
  ...(await examine(
    {
      line,
      knownVoices: await readKnownVoices(),
      ask: credentials && createTwilioRest(credentials),
      fetch,
      readCertificate,
      now: () => new Date(),
    },
    settings,
  )),
]
process.stdout.write(values.json ? `${JSON.stringify(all, null, 2)}\n` : writeFindings(all))
process.exitCode = exitCodeFor(all)

async function readKnownVoices() {
  const text = await readFile(join(root, 'locales', 'voices.json'), 'utf8').catch(() => null)
  return text === null ? null : (knownVoicesSchema.safeParse(JSON.parse(text)).data ?? null)
}
