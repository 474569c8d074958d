/**
 * The errors that Twilio has noted in the last week, counted by code, with what each means for the line. Their addresses are not
 * read: the path of a step says what somebody listened to.
 *
 * @example
 * await checkAlerts(ask, new Date())
 */
import type { TwilioRest } from '../../twilio/rest.ts'
import { CALLS } from '../../twilio/rest-calls.ts'
import { type Diagnosis, ok, warn } from '../finding.ts'
import { WHOLE_LIST } from '../own-numbers.ts'
import { failedCall } from './failed-call.ts'

const ABOUT = 'errors of the last week'
const WEEK_MS = 7 * 24 * 60 * 60_000
const LISTED = 8

const SERVER: Meaning = [
  'Twilio could not get an answer from this server',
  'Look at the checks of the address below, at the log of the server and of the proxy at that time.',
]
const CERTIFICATE: Meaning = ['Twilio did not trust the certificate', 'See the certificate below.']
const OUR_FAULT: Meaning = [
  'Twilio did not understand an answer of ours',
  'Report it with this code: it is a bug of this program.',
]
const UNREACHED: Meaning = [
  'a text did not reach a phone that is off, is a landline, or takes no texts',
  'Nothing can be done for single ones.',
]

type Meaning = readonly [what: string, todo: string]

/** From https://www.twilio.com/docs/api/errors, in words. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  11200: SERVER,
  11205: SERVER,
  11210: [
    'Twilio does not find the host of an address',
    'Compare the addresses of the number with PUBLIC_URL.',
  ],
  11220: CERTIFICATE,
  11235: CERTIFICATE,
  11236: CERTIFICATE,
  11237: CERTIFICATE,
  11750: OUR_FAULT,
  12100: OUR_FAULT,
  12200: OUR_FAULT,
  12300: OUR_FAULT,
  13227: ['a call to a helpline was not allowed', 'See "calls to countries" above.'],
  13520: OUR_FAULT,
  13521: OUR_FAULT,
  21408: ['a text to a country was not allowed', 'See "texts to countries" above.'],
  21610: ['somebody who has texted STOP was not texted', 'Nothing is wrong.'],
  30003: UNREACHED,
  30005: UNREACHED,
  30006: UNREACHED,
  30007: [
    'carriers held texts back as spam',
    'See the registration of the number above; if it is in order, write to Twilio support.',
  ],
  30008: UNREACHED,
  30032: ['carriers block texts of a toll-free number that is not verified', 'See the number above.'],
  30034: ['carriers block texts of a number without a registered campaign', 'See the number above.'],
}

export async function checkAlerts(ask: TwilioRest, now: Date): Promise<readonly Diagnosis[]> {
  const since = new Date(now.getTime() - WEEK_MS).toISOString().replace(/\.\d+Z$/, 'Z')
  const answer = await ask(CALLS.alerts, { query: { LogLevel: 'error', StartDate: since, ...WHOLE_LIST } })
  if (!answer.ok) return [failedCall(ABOUT, answer)]
  const counts = new Map<string, number>()
  for (const { error_code: code } of answer.value.alerts)
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1)
  if (counts.size === 0) return [ok(ABOUT, 'There are none.')]
  const most = [...counts].sort(([, a], [, b]) => b - a)
  const left = most.slice(LISTED).reduce((sum, [, count]) => sum + count, 0)
  return [
    ...most.slice(0, LISTED).map(([code, count]) => {
      const [what, todo] = MEANINGS[code] ?? [
        'no error that this program knows',
        `Read https://www.twilio.com/docs/api/errors/${code}.`,
      ]
      return warn(ABOUT, `${count} × ${code}: ${what}.`, todo)
    }),
    ...(left > 0
      ? [warn(ABOUT, `${left} errors of other kinds.`, "Look at Twilio's Console, Monitor, Errors.")]
      : []),
  ]
}
