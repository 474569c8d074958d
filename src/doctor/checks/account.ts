/**
 * The account: whether Twilio knows it, whether it is a trial, and its money.
 *
 * @example
 * const { findings, account } = await checkAccount(ask, credentials)
 */
import type { TwilioRest } from '../../twilio/rest.ts'
import { CALLS, type TwilioAccount } from '../../twilio/rest-calls.ts'
import { type Diagnosis, fail, ok, warn } from '../finding.ts'
import { failedCall } from './failed-call.ts'

const ABOUT = 'account'
/** About 500 minutes of calls. */
const LITTLE_MONEY = 10

interface Checked {
  readonly findings: readonly Diagnosis[]
  /** Null where Twilio does not answer for it: nothing else of it can be asked then. */
  readonly account: TwilioAccount | null
  /** Twilio's clock. */
  readonly date: Date | null
}

export async function checkAccount(ask: TwilioRest, accountSid: string): Promise<Checked> {
  const answer = await ask(CALLS.account, { path: { Sid: accountSid } })
  if (!answer.ok) return { findings: [failedCall(ABOUT, answer)], account: null, date: null }
  const { value: account, date } = answer
  if (account.status !== 'active')
    return {
      findings: [
        fail(
          ABOUT,
          `The account is ${account.status}: Twilio answers no call and sends no text for it.`,
          "Open Twilio's Console, which says why; often a bill is not paid.",
        ),
      ],
      account: null,
      date,
    }
  const isTrial = account.type === 'Trial'
  const kind = isTrial
    ? warn(
        ABOUT,
        'This is a trial account: it speaks of the trial to every caller, and texts only numbers that you have verified.',
        "Upgrade it in Twilio's Console.",
      )
    : ok(ABOUT, `Twilio knows the account "${account.friendly_name}", and it is active.`)
  return { findings: [kind, ...(await checkMoney(ask, accountSid, account))], account, date }
}

async function checkMoney(
  ask: TwilioRest,
  accountSid: string,
  { sid, owner_account_sid: owner }: TwilioAccount,
): Promise<readonly Diagnosis[]> {
  // A sub-account has no money of its own, and Twilio does not tell it the balance.
  if (owner && owner !== sid) return []
  const answer = await ask(CALLS.balance, { path: { AccountSid: accountSid } })
  if (!answer.ok) return [failedCall('money', answer)]
  const { balance, currency } = answer.value
  const amount = Number(balance)
  const money = `${amount.toFixed(2)} ${currency}`
  if (amount <= 0)
    return [
      fail(
        'money',
        `The balance is ${money}: Twilio answers no call.`,
        "Add money in Twilio's Console, Billing.",
      ),
    ]
  return [
    amount < LITTLE_MONEY
      ? warn(
          'money',
          `Only ${money} are left.`,
          "Add money, or switch on auto-recharge, in Twilio's Console, Billing.",
        )
      : ok('money', `${money} are left.`),
  ]
}
