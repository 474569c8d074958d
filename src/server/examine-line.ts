/**
 * What the doctor finds of a line: for its command and its page. It is no part of the start of the server, which loads it when it is asked for.
 *
 * @example
 * const findings = await examineLine(root, readEnvironment(), line)
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { examine } from '../doctor/examine.ts'
import type { Diagnosis } from '../doctor/finding.ts'
import { readCertificate } from '../doctor/read-certificate.ts'
import { readDoctorSettings } from '../doctor/settings.ts'
import type { Variables } from '../environment/given.ts'
import type { Line } from '../line/line.ts'
import { type KnownVoices, knownVoicesSchema } from '../locale/known-voices.ts'
import { createTwilioRest } from '../twilio/rest.ts'

export async function examineLine(
  root: string,
  environment: Variables,
  line: Line,
): Promise<readonly Diagnosis[]> {
  const { settings, findings } = readDoctorSettings(environment, line.settings)
  const { credentials } = settings
  const ask = credentials && createTwilioRest(credentials)
  const knownVoices = await readKnownVoices(root)
  const deps = { line, knownVoices, ask, fetch, readCertificate, now: () => new Date() }
  return [...findings, ...(await examine(deps, settings))]
}

async function readKnownVoices(root: string): Promise<KnownVoices | null> {
  const text = await readFile(join(root, 'locales', 'voices.json'), 'utf8').catch(() => null)
  return text === null ? null : (knownVoicesSchema.safeParse(JSON.parse(text)).data ?? null)
}
