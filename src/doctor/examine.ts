/**
 * The doctor: looks at the account, the number and the server as they are, changes nothing, and says what is wrong and what to do.
 *
 * @example
 * const findings = await examine({ line, knownVoices, ask, fetch, readCertificate, now }, settings)
 * process.stdout.write(writeFindings(findings))
 */
import type { Line } from '../line/line.ts'
import type { KnownVoices } from '../locale/known-voices.ts'
import type { TwilioRest } from '../twilio/rest.ts'
import { checkAccount } from './checks/account.ts'
import { checkAlerts } from './checks/alerts.ts'
import { checkCertificate } from './checks/certificate.ts'
import { checkClock } from './checks/clock.ts'
import { failedCall } from './checks/failed-call.ts'
import { checkFallbacks } from './checks/fallbacks.ts'
import { checkGeoPermissions } from './checks/geo-permissions.ts'
import { checkNumber } from './checks/number.ts'
import { checkRegistration } from './checks/registration.ts'
import { checkSelfCall, type Fetch } from './checks/self-call.ts'
import { checkSpend } from './checks/spend.ts'
import { checkKnownVoices } from './checks/voices.ts'
import { type Diagnosis, mergeFindings } from './finding.ts'
import { readOwnNumbers } from './own-numbers.ts'
import type { ReadCertificate } from './read-certificate.ts'
import type { DoctorSettings } from './settings.ts'

interface DoctorDeps {
  readonly line: Pick<Line, 'settings' | 'locales' | 'directory'>
  /** Null where there is no list. */
  readonly knownVoices: KnownVoices | null
  /** Null where there are no credentials. */
  readonly ask: TwilioRest | null
  readonly fetch: Fetch
  readonly readCertificate: ReadCertificate
  readonly now: () => Date
}

/** A check whose ground is missing is left out: the finding about the ground says enough. */
export async function examine(deps: DoctorDeps, settings: DoctorSettings): Promise<readonly Diagnosis[]> {
  return mergeFindings([
    ...(await examineTwilio(deps, settings)),
    ...checkKnownVoices(deps.line, deps.knownVoices),
    ...(await examineServer(deps, settings)),
  ])
}

async function examineTwilio(
  { ask, line, now, fetch }: DoctorDeps,
  { credentials, server, numbers }: DoctorSettings,
): Promise<readonly Diagnosis[]> {
  if (!ask || !credentials) return []
  const { accountSid } = credentials
  const { findings, account, date } = await checkAccount(ask, accountSid)
  if (!account) return findings
  const { country } = line.settings
  return [
    ...findings,
    ...checkClock(now(), date),
    ...(await examineNumbers(ask, accountSid, numbers, { publicUrl: server?.publicUrl, fetch })),
    ...(await checkGeoPermissions(ask, { country, countries: Object.keys(line.directory) })),
    ...(await checkSpend(ask, accountSid)),
    ...(await checkAlerts(ask, now())),
  ]
}

async function examineNumbers(
  ask: TwilioRest,
  accountSid: string,
  numbers: readonly string[],
  { publicUrl, fetch }: { readonly publicUrl: string | undefined; readonly fetch: Fetch },
): Promise<readonly Diagnosis[]> {
  const own = await readOwnNumbers(ask, accountSid, numbers)
  if (!own.ok) return [failedCall('numbers', own)]
  const findings: Diagnosis[] = []
  for (const phone of numbers) {
    const number = own.value[phone] ?? null
    findings.push(...checkNumber(phone, number, publicUrl))
    if (!number) continue
    findings.push(...(await checkRegistration(ask, phone, number)))
    if (publicUrl) findings.push(...(await checkFallbacks(phone, number, publicUrl, fetch)))
  }
  return findings
}

async function examineServer(
  { readCertificate, fetch, now }: DoctorDeps,
  { server }: DoctorSettings,
): Promise<readonly Diagnosis[]> {
  if (!server) return []
  const address = await checkCertificate(server.publicUrl, readCertificate, now())
  const isReachable = !address.some(({ level }) => level === 'fail')
  return [...address, ...(isReachable ? await checkSelfCall(server, fetch) : [])]
}
