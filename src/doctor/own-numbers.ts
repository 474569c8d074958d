/**
 * The numbers of the line as they are at Twilio, each with the Messaging Service that it is in.
 *
 * @example
 * const found = await readOwnNumbers(ask, 'AC…', ['+15555550100'])
 * if (found.ok) found.value // { '+15555550100': { number: { voice_url: '…' }, service: null } }
 */
import type { RestAnswer, TwilioRest } from '../twilio/rest.ts'
import { CALLS, type MessagingService, type TwilioNumber } from '../twilio/rest-calls.ts'

export interface OwnNumber {
  readonly number: TwilioNumber
  /** Null where it is in none. */
  readonly service: MessagingService | null
}

/** By number; null where the account has no such number. */
type OwnNumbers = Readonly<Record<string, OwnNumber | null>>

/** The most that one page of a list holds. */
export const WHOLE_LIST = { PageSize: '1000' }

export async function readOwnNumbers(
  ask: TwilioRest,
  accountSid: string,
  numbers: readonly string[],
): Promise<RestAnswer<OwnNumbers>> {
  const members = await readMembers(ask)
  if (!members.ok) return members
  const found: Record<string, OwnNumber | null> = {}
  for (const phone of numbers) {
    const answer = await ask(CALLS.numbers, {
      path: { AccountSid: accountSid },
      query: { PhoneNumber: phone },
    })
    if (!answer.ok) return answer
    // Twilio matches a part of a number too.
    const number = answer.value.incoming_phone_numbers.find((each) => each.phone_number === phone)
    found[phone] = number ? { number, service: members.value.get(phone) ?? null } : null
  }
  return { ok: true, value: found, date: null }
}

/** The service of each number that is in one. */
async function readMembers(ask: TwilioRest): Promise<RestAnswer<ReadonlyMap<string, MessagingService>>> {
  const services = await ask(CALLS.services, { query: WHOLE_LIST })
  if (!services.ok) return services
  const members = new Map<string, MessagingService>()
  for (const service of services.value.services) {
    const senders = await ask(CALLS.serviceNumbers, { path: { ServiceSid: service.sid }, query: WHOLE_LIST })
    if (!senders.ok) return senders
    for (const { phone_number } of senders.value.phone_numbers)
      if (phone_number) members.set(phone_number, service)
  }
  return { ok: true, value: members, date: null }
}
