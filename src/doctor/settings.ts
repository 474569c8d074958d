/**
 * The settings that the doctor and setup need, and a finding for each that is missing or cannot be right.
 *
 * @example
 * const { settings, findings } = readDoctorSettings(readEnvironment(), line.settings)
 */

import { readConfig } from '../config.ts'
import { authTokenProblem, authTokens } from '../environment/auth-token.ts'
import { givenSettings, type Variables } from '../environment/given.ts'
import { accountSidProblem } from '../environment/twilio-account.ts'
import { ownNumbers, type Settings } from '../flow/settings.ts'
import type { RestSettings } from '../twilio/rest.ts'
import type { TwilioSettings } from '../twilio/webhook-env.ts'
import { type Diagnosis, fail, ok } from './finding.ts'

/** Each part is null where it is missing or wrong; findings say so. */
export interface DoctorSettings {
  readonly credentials: RestSettings | null
  /** Null where something of the server's own settings is wrong. */
  readonly server: (TwilioSettings & { readonly publicUrl: string }) | null
  readonly numbers: readonly string[]
}

const ABOUT = 'settings'
const HOW: Readonly<Record<string, string>> = {
  TWILIO_ACCOUNT_SID: 'Copy "Account SID" from the Account Dashboard of Twilio\'s Console into it.',
  TWILIO_AUTH_TOKEN: 'Copy "Auth Token" from the Account Dashboard of Twilio\'s Console into it.',
  PUBLIC_URL: 'Write the address that Twilio will call into it, such as https://line.example.org.',
  SECRET: 'Make one by `openssl rand -hex 32`.',
}
const NAMES = [...Object.keys(HOW), 'TWILIO_API_BASE']

export function readDoctorSettings(
  variables: Variables,
  line: Pick<Settings, 'number' | 'numbers'>,
): { readonly settings: DoctorSettings; readonly findings: readonly Diagnosis[] } {
  const given = givenSettings(variables, NAMES)
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: tokens, PUBLIC_URL: publicUrl } = given
  const missing = Object.entries(HOW).filter(([name]) => !given[name])
  const config = readConfig(variables)
  // A problem that says "must be set beside" only repeats that another setting is missing.
  const wrong = config.ok ? [] : config.problems.filter((problem) => !/ must be set beside /.test(problem))
  const sidProblem = sid ? accountSidProblem(sid) : undefined
  const numbers = ownNumbers(line)
  const findings = [
    ...missing.map(([name, how]) => fail(ABOUT, `${name} is missing.`, how)),
    ...[...wrong, ...(sidProblem ? [sidProblem] : [])].map(asFinding),
    ...(numbers.length === 0 ? [NO_NUMBER] : []),
  ]
  const [authToken] = tokens && !authTokenProblem(tokens) ? authTokens(tokens) : []
  return {
    settings: {
      credentials:
        sid && !sidProblem && authToken
          ? { accountSid: sid, authToken, apiBase: given.TWILIO_API_BASE ?? null }
          : null,
      server: config.ok && publicUrl ? { ...config.value, publicUrl: publicUrl.replace(/\/+$/, '') } : null,
      numbers,
    },
    findings: findings.length > 0 ? findings : [ok(ABOUT, 'Nothing is missing.')],
  }
}

const NO_NUMBER = fail(
  ABOUT,
  'line/line.yaml has no number.',
  'Buy one in Twilio\'s Console and write it under `number`, in full and in quotes, such as "+15555550100".',
)

/** The first sentence of a problem says what is so, the rest what to do. */
function asFinding(problem: string): Diagnosis {
  const [, what = problem, todo = null] = /^(.*?\.) (.*)$/s.exec(problem) ?? []
  return { level: 'fail', about: ABOUT, what, todo }
}
