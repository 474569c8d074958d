/**
 * A call of Twilio's REST API that has failed, as a finding.
 *
 * @example
 * const answer = await ask(CALLS.balance, { path })
 * if (!answer.ok) return [failedCall('money', answer)]
 */
import type { RestFailure } from '../../twilio/rest.ts'
import type { Diagnosis } from '../finding.ts'

const ADVICE = {
  credentials:
    "Copy both again from the Account Dashboard of Twilio's Console, of one and the same account; after a change of token, the new one.",
  silent:
    'Try again in some minutes; if it stays so, look at https://status.twilio.com and at the network of this machine.',
  refused: "Look at the same place in Twilio's Console; this check was left out.",
} as const

/** What Twilio refuses of a working account leaves only that check out. */
export function failedCall(about: string, { kind, problem }: RestFailure): Diagnosis {
  return { level: kind === 'refused' ? 'warn' : 'fail', about, what: problem, todo: ADVICE[kind] }
}
