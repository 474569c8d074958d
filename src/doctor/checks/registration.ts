/**
 * Whether carriers in the US let texts of a number pass: a registered campaign (10DLC), or a verified toll-free number.
 *
 * @example
 * await checkRegistration(ask, '+15555550100', own)
 */
import { z } from 'zod'
import type { TwilioRest } from '../../twilio/rest.ts'
import { CALLS } from '../../twilio/rest-calls.ts'
import { type Diagnosis, fail, ok, warn } from '../finding.ts'
import type { OwnNumber } from '../own-numbers.ts'
import { failedCall } from './failed-call.ts'

/** Of the US and Canada (Twilio's documentation of toll-free verification). */
const TOLL_FREE = /^\+18(?:00|33|44|55|66|77|88)/
const PACKET = '`npm run packet` writes what the form asks'
/** As the examples of Twilio's OpenAPI file have them (twilio_messaging_v1.json), which leaves the values open. */
const REVIEWED = ['PENDING', 'IN_PROGRESS']

const campaignError = z.object({ description: z.string() })

/** Nothing for numbers outside North America, which need none. */
export async function checkRegistration(
  ask: TwilioRest,
  phone: string,
  own: OwnNumber,
): Promise<readonly Diagnosis[]> {
  if (!phone.startsWith('+1') || !own.number.capabilities.sms) return []
  return [TOLL_FREE.test(phone) ? await checkTollFree(ask, phone, own) : await checkCampaign(ask, phone, own)]
}

async function checkTollFree(ask: TwilioRest, phone: string, { number }: OwnNumber): Promise<Diagnosis> {
  const answer = await ask(CALLS.verifications, { query: { TollfreePhoneNumberSid: number.sid } })
  if (!answer.ok) return failedCall(`${phone} toll-free verification`, answer)
  const verification = answer.value.verifications.find(
    (each) => each.tollfree_phone_number_sid === number.sid,
  )
  const blocked = 'Carriers block texts of this toll-free number (30032)'
  if (!verification)
    return fail(
      phone,
      `${blocked}: nobody has asked for its verification.`,
      `Ask in Twilio's Console, your number, "Regulatory information"; ${PACKET}.`,
    )
  if (verification.status === 'TWILIO_REJECTED')
    return fail(
      phone,
      `${blocked}: its verification was rejected${verification.rejection_reason ? ` ("${verification.rejection_reason}")` : ''}.`,
      `${verification.edit_allowed ? 'Correct it' : 'Ask again'} in Twilio's Console; ${PACKET}.`,
    )
  if (verification.status === 'TWILIO_APPROVED') return ok(phone, 'The toll-free number is verified.')
  return warn(
    phone,
    `${blocked} until its verification is decided: Twilio is looking at it.`,
    'Wait; it takes up to three weeks.',
  )
}

async function checkCampaign(ask: TwilioRest, phone: string, { service }: OwnNumber): Promise<Diagnosis> {
  const blocked = 'Carriers in the US block texts of this number (30034)'
  if (!service)
    return fail(
      phone,
      `${blocked}: it is in no Messaging Service, and so in no registered campaign.`,
      `Register in Twilio's Console, Messaging, Regulatory Compliance, A2P 10DLC, and add the number; ${PACKET}.`,
    )
  const answer = await ask(CALLS.campaigns, { path: { MessagingServiceSid: service.sid } })
  if (!answer.ok) return failedCall(`${phone} campaign`, answer)
  const campaigns = answer.value.compliance
  const states = campaigns.map(({ campaign_status }) => campaign_status ?? '')
  if (states.includes('VERIFIED')) return ok(phone, 'The campaign of its texts is registered.')
  const name = `its Messaging Service "${service.friendly_name}"`
  if (campaigns.length === 0)
    return fail(
      phone,
      `${blocked}: ${name} has no campaign.`,
      `Register one in Twilio's Console, Messaging, Regulatory Compliance, A2P 10DLC; ${PACKET}.`,
    )
  if (states.some((state) => REVIEWED.includes(state)))
    return warn(
      phone,
      `${blocked} until the campaign of ${name} is decided.`,
      'Wait; it takes one to three weeks.',
    )
  const reasons = campaigns
    .flatMap(({ errors }) => errors ?? [])
    .flatMap((error) => campaignError.safeParse(error).data?.description ?? [])
  return fail(
    phone,
    `${blocked}: the campaign of ${name} is ${states[0]?.toLowerCase()}${reasons.length > 0 ? ` ("${reasons.join(' ')}")` : ''}.`,
    `Correct it in Twilio's Console; ${PACKET}.`,
  )
}
