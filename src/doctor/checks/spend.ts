/**
 * Whether Twilio tells somebody when money is spent too fast (a usage trigger): it has no limit by itself.
 *
 * @example
 * await checkSpend(ask, 'AC…')
 */
import type { TwilioRest } from '../../twilio/rest.ts'
import { CALLS } from '../../twilio/rest-calls.ts'
import { type Diagnosis, ok, warn } from '../finding.ts'
import { WHOLE_LIST } from '../own-numbers.ts'
import { failedCall } from './failed-call.ts'

const ABOUT = 'spending'

export async function checkSpend(ask: TwilioRest, accountSid: string): Promise<readonly Diagnosis[]> {
  const answer = await ask(CALLS.triggers, { path: { AccountSid: accountSid }, query: WHOLE_LIST })
  if (!answer.ok) return [failedCall(ABOUT, answer)]
  const watches = answer.value.usage_triggers.some(
    ({ usage_category: category, trigger_by: by }) => category === 'totalprice' && by === 'price',
  )
  return [
    watches
      ? ok(ABOUT, 'Twilio tells you when more is spent than you have said.')
      : warn(
          ABOUT,
          'Nobody is told when money is spent too fast.',
          "Add a usage trigger on the total price of a day in Twilio's Console, Billing, Usage triggers.",
        ),
  ]
}
