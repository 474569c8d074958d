/**
 * A number of the line at Twilio: whether it is the account's, takes calls and texts, and leads here.
 *
 * @example
 * checkNumber('+15555550100', own, 'https://line.example.org')
 */
import { differences } from '../differences.ts'
import { type Diagnosis, fail, ok, warn } from '../finding.ts'
import type { OwnNumber } from '../own-numbers.ts'

const SETUP = 'Run `npm run setup`.'

/** `own` is null where the account has no such number; without `publicUrl` nothing is said of where the number leads. */
export function checkNumber(
  phone: string,
  own: OwnNumber | null,
  publicUrl: string | undefined,
): readonly Diagnosis[] {
  if (!own)
    return [
      fail(
        phone,
        'This account has no such number.',
        'Correct `number` in line/line.yaml, or set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN of the account or sub-account that has it.',
      ),
    ]
  const found = publicUrl ? differences(own, publicUrl) : []
  const told = found.flatMap(({ breaks, what }) =>
    what === null ? [] : [breaks ? fail(phone, what, SETUP) : warn(phone, what, SETUP)],
  )
  const isRight = publicUrl && !found.some(({ breaks }) => breaks)
  return [
    ...unable(phone, own),
    ...(isRight ? [ok(phone, `Calls and texts go to ${publicUrl}.`)] : []),
    ...told,
    ...(publicUrl ? onSameServer(phone, own, publicUrl) : []),
  ]
}

/** Whether the number lacks calls or texts, which no setting can mend. */
function unable(phone: string, { number: { capabilities } }: OwnNumber): readonly Diagnosis[] {
  const lacks = [...(capabilities.voice ? [] : ['calls']), ...(capabilities.sms ? [] : ['texts'])]
  return lacks.map((what) =>
    fail(phone, `This number takes no ${what}.`, `Buy one that does, and write it into line/line.yaml.`),
  )
}

function onSameServer(phone: string, { number }: OwnNumber, publicUrl: string): readonly Diagnosis[] {
  const fallbacks = [number.voice_fallback_url, number.sms_fallback_url]
  return fallbacks.some((url) => url && URL.canParse(url) && new URL(url).host === new URL(publicUrl).host)
    ? [
        warn(
          phone,
          'The fallback is on the server that it stands in for: while that is down, nobody is answered.',
          '`npm run fallback` writes files for it; put them into TwiML Bins (docs/operations.md, "Answers that hold without us").',
        ),
      ]
    : []
}
