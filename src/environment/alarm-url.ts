/**
 * The address that is told when something is wrong with the line, such as a webhook of Slack. It is a secret: who has it can write there.
 *
 * @example
 * alarmUrlProblem('hooks.example.org/T0/B0') // 'ALARM_URL must be a whole address, such as https://…'
 */
import { isPrivateAddress } from './public-url.ts'

const EXAMPLE = 'such as https://hooks.example.org/services/T0/B0'

/** A sentence for the operator, or nothing. It does not repeat the address. */
export function alarmUrlProblem(address: string): string | undefined {
  if (!/^https?:\/\/[^\s/\\]/i.test(address) || /\s/.test(address) || !URL.canParse(address))
    return `ALARM_URL must be a whole address, ${EXAMPLE}.`
  const url = new URL(address)
  // `fetch` refuses such an address.
  if (url.username || url.password)
    return `ALARM_URL must not hold a user or a password: they cannot be sent. Take an address that is secret as a whole, ${EXAMPLE}.`
  if (url.protocol === 'http:' && !isPrivateAddress(address))
    return `ALARM_URL must begin with https://: over http anybody on the way can read it. Write it ${EXAMPLE}.`
  return undefined
}
