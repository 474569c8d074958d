/** The doctor over the double of Twilio and over the app of the fixture line, both of which may be wrong in one thing. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { examine } from '../../src/doctor/examine.ts'
import type { Diagnosis } from '../../src/doctor/finding.ts'
import type { Certificate } from '../../src/doctor/read-certificate.ts'
import { readDoctorSettings } from '../../src/doctor/settings.ts'
import type { Line } from '../../src/line/line.ts'
import { knownVoicesSchema } from '../../src/locale/known-voices.ts'
import { createTwilioRest } from '../../src/twilio/rest.ts'
import { fixtureLine, fixtureRoot } from './fixture.ts'
import { startTestServer } from './server.ts'
import { startTwilioDouble } from './twilio-double.ts'
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  healthyState,
  NOW,
  PHONE,
  PUBLIC_URL,
  type TwilioState,
} from './twilio-state.ts'

const SECRET = 'a secret of a test'

export const VARIABLES = {
  TWILIO_ACCOUNT_SID: ACCOUNT_SID,
  TWILIO_AUTH_TOKEN: AUTH_TOKEN,
  PUBLIC_URL,
  SECRET,
}

/** All is in order; a test changes what should be wrong. */
export interface World {
  readonly twilio: TwilioState
  readonly variables: Record<string, string>
  line: Line
  certificate: Certificate
  /** Of the machine that the doctor runs on. */
  now: Date
  /** Of the server. */
  server: { readonly authTokens: readonly string[]; readonly secret: string; readonly publicUrl: string }
  /** Of a call of Twilio's. */
  timeoutMs: number
  /** What a proxy does with a request, where it does anything. */
  proxy: ((url: string) => Response | string) | null
}

export function healthyWorld(): World {
  return {
    twilio: healthyState(),
    variables: { ...VARIABLES },
    line: { ...fixtureLine, settings: { ...fixtureLine.settings, number: PHONE, numbers: [] } },
    certificate: { ok: true, validTo: new Date('2027-02-01T00:00:00Z'), problem: null },
    now: NOW,
    server: { authTokens: [AUTH_TOKEN], secret: SECRET, publicUrl: PUBLIC_URL },
    timeoutMs: 10_000,
    proxy: null,
  }
}

/** What the doctor says of such a world. */
export async function doctorOf(world: World): Promise<readonly Diagnosis[]> {
  const twilio = await startTwilioDouble(world.twilio)
  const server = await startTestServer({ line: world.line, settings: world.server })
  const { settings, findings } = readDoctorSettings(world.variables, world.line.settings)
  const voices = JSON.parse(await readFile(join(fixtureRoot, 'locales', 'voices.json'), 'utf8'))
  const found = await examine(
    {
      line: world.line,
      knownVoices: knownVoicesSchema.parse(voices),
      ask:
        settings.credentials &&
        createTwilioRest({ ...settings.credentials, apiBase: twilio.address, timeoutMs: world.timeoutMs }),
      async fetch(url, init) {
        const proxied = world.proxy?.(url) ?? url
        return proxied instanceof Response
          ? proxied
          : server.app.request(proxied.replace(/^https:\/\/[^/]+/, ''), init)
      },
      readCertificate: async () => world.certificate,
      now: () => world.now,
    },
    settings,
  )
  expect(twilio.misfits).toEqual([])
  expect(twilio.writes).toEqual([])
  expect(await server.counted()).toEqual({})
  return [...findings, ...found]
}
