/**
 * Whether Twilio lets the line text and call the countries that its directory has ("geo permissions").
 *
 * @example
 * await checkGeoPermissions(ask, { country: 'US', countries: ['US', 'GB'] })
 */
import type { TwilioRest } from '../../twilio/rest.ts'
import { CALLS } from '../../twilio/rest-calls.ts'
import { type Diagnosis, fail, ok, warn } from '../finding.ts'
import { WHOLE_LIST } from '../own-numbers.ts'
import { failedCall } from './failed-call.ts'

interface Countries {
  /** The line's own country. */
  readonly country: string
  /** Those of the directory. */
  readonly countries: readonly string[]
}

const TEXTS = 'Messaging, Settings, Geo permissions'
const CALLS_TO = 'Voice, Settings, Geo permissions'

export async function checkGeoPermissions(ask: TwilioRest, wanted: Countries): Promise<readonly Diagnosis[]> {
  return [...(await checkTexts(ask, wanted)), ...(await checkCalls(ask, wanted))]
}

async function checkTexts(ask: TwilioRest, wanted: Countries): Promise<readonly Diagnosis[]> {
  const answer = await ask(CALLS.messagingPermissions, { query: { CountryCode: wanted.countries.join(',') } })
  if (!answer.ok) return [failedCall('texts to countries', answer)]
  const open = answer.value.permissions.flatMap(({ country_code, enabled }) =>
    enabled ? [country_code] : [],
  )
  return told('texts to countries', wanted, open, {
    is: 'No text is sent to',
    where: TEXTS,
    unless: 'or leave it where nobody from there texts you',
  })
}

async function checkCalls(ask: TwilioRest, wanted: Countries): Promise<readonly Diagnosis[]> {
  const answer = await ask(CALLS.dialingPermissions, { query: WHOLE_LIST })
  if (!answer.ok) return [failedCall('calls to countries', answer)]
  const { content } = answer.value
  const open = content.flatMap(({ iso_code, low_risk_numbers_enabled: isOpen }) =>
    isOpen && iso_code ? [iso_code] : [],
  )
  const risky = content.flatMap(({ iso_code, high_risk_tollfraud_numbers_enabled: isOpen }) =>
    isOpen && iso_code ? [iso_code] : [],
  )
  return [
    ...told('calls to countries', wanted, open, {
      is: 'No call is put through to helplines in',
      where: CALLS_TO,
      unless: 'or leave it where nobody from there calls you',
    }),
    ...(risky.length > 0
      ? [
          warn(
            'calls to countries',
            `High-risk numbers, which swindlers earn from, can be called in ${list(risky)}.`,
            `Switch them off in Twilio's Console, ${CALLS_TO}.`,
          ),
        ]
      : []),
  ]
}

function told(
  about: string,
  { country, countries }: Countries,
  open: readonly string[],
  { is, where, unless }: { readonly is: string; readonly where: string; readonly unless: string },
): readonly Diagnosis[] {
  const closed = countries.filter((each) => !open.includes(each))
  const others = closed.filter((each) => each !== country)
  const place = `Switch it on in Twilio's Console, ${where}`
  return [
    ...(closed.includes(country)
      ? [fail(about, `${is} ${country}, the line's own country.`, `${place}.`)]
      : []),
    ...(others.length > 0 ? [warn(about, `${is} ${list(others)}.`, `${place}, ${unless}.`)] : []),
    ...(closed.length === 0 ? [ok(about, `Every country of the directory: ${list(countries)}.`)] : []),
  ]
}

function list(countries: readonly string[]): string {
  return [...countries].sort().join(', ')
}
