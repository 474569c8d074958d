/**
 * The operations of Twilio's REST API that commands use, with the fields that they read. A test compares every name, type and value
 * with Twilio's OpenAPI files (test/twilio/rest-calls.test.ts).
 *
 * @example
 * await ask(CALLS.numbers, { path: { AccountSid: 'AC…' }, query: { PhoneNumber: '+15555550100' } })
 */
import { z } from 'zod'
import type { RestCall } from './rest.ts'

const text = z.string().nullable()
const flag = z.boolean().nullable()
const method = z.enum(['GET', 'POST']).nullable()

const account = z.object({
  sid: text,
  friendly_name: text,
  owner_account_sid: text,
  status: z.enum(['active', 'suspended', 'closed']),
  type: z.enum(['Trial', 'Full']),
})

const number = z.object({
  sid: z.string(),
  phone_number: text,
  capabilities: z.object({ voice: z.boolean(), sms: z.boolean() }),
  voice_url: text,
  voice_method: method,
  voice_fallback_url: text,
  voice_fallback_method: method,
  status_callback: text,
  status_callback_method: method,
  sms_url: text,
  sms_method: method,
  sms_fallback_url: text,
  sms_fallback_method: method,
  trunk_sid: text,
  voice_application_sid: text,
  sms_application_sid: text,
  voice_receive_mode: z.enum(['voice', 'fax']).nullable(),
  voice_caller_id_lookup: flag,
})

const service = z.object({
  sid: z.string(),
  friendly_name: text,
  inbound_request_url: text,
  use_inbound_webhook_on_number: flag,
  smart_encoding: flag,
})

const campaign = z.object({
  campaign_status: text,
  errors: z.array(z.unknown()).nullable(),
})

const verification = z.object({
  tollfree_phone_number_sid: text,
  status: z.enum(['PENDING_REVIEW', 'IN_REVIEW', 'TWILIO_APPROVED', 'TWILIO_REJECTED']),
  rejection_reason: text,
  edit_allowed: flag,
})

const trigger = z.object({
  usage_category: text,
  trigger_by: z.enum(['count', 'usage', 'price']),
})

/** Twilio's OpenAPI file leaves its entries open; they are as its example has them. */
const messagingPermissions = z.object({
  permissions: z.array(z.object({ country_code: z.string(), type: z.string(), enabled: z.boolean() })),
})

const dialingPermissions = z.object({
  iso_code: text,
  low_risk_numbers_enabled: flag,
  high_risk_tollfraud_numbers_enabled: flag,
})

export type TwilioAccount = z.infer<typeof account>
export type TwilioNumber = z.infer<typeof number>
export type MessagingService = z.infer<typeof service>

export const CALLS = {
  account: call('GET', 'api', '/2010-04-01/Accounts/{Sid}.json', account),
  balance: call(
    'GET',
    'api',
    '/2010-04-01/Accounts/{AccountSid}/Balance.json',
    z.object({ balance: text, currency: text }),
  ),
  numbers: call(
    'GET',
    'api',
    '/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json',
    z.object({ incoming_phone_numbers: z.array(number) }),
  ),
  updateNumber: call(
    'POST',
    'api',
    '/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers/{Sid}.json',
    number,
  ),
  triggers: call(
    'GET',
    'api',
    '/2010-04-01/Accounts/{AccountSid}/Usage/Triggers.json',
    z.object({ usage_triggers: z.array(trigger) }),
  ),
  services: call('GET', 'messaging', '/v1/Services', z.object({ services: z.array(service) })),
  updateService: call('POST', 'messaging', '/v1/Services/{Sid}', service),
  serviceNumbers: call(
    'GET',
    'messaging',
    '/v1/Services/{ServiceSid}/PhoneNumbers',
    z.object({ phone_numbers: z.array(z.object({ phone_number: text })) }),
  ),
  campaigns: call(
    'GET',
    'messaging',
    '/v1/Services/{MessagingServiceSid}/Compliance/Usa2p',
    z.object({ compliance: z.array(campaign) }),
  ),
  verifications: call(
    'GET',
    'messaging',
    '/v1/Tollfree/Verifications',
    z.object({ verifications: z.array(verification) }),
  ),
  messagingPermissions: call('GET', 'accounts', '/v1/Messaging/GeoPermissions', messagingPermissions),
  dialingPermissions: call(
    'GET',
    'voice',
    '/v1/DialingPermissions/Countries',
    z.object({ content: z.array(dialingPermissions) }),
  ),
  alerts: call('GET', 'monitor', '/v1/Alerts', z.object({ alerts: z.array(z.object({ error_code: text })) })),
} as const

function call<T>(
  method: RestCall<T>['method'],
  host: RestCall<T>['host'],
  path: string,
  answer: RestCall<T>['answer'],
): RestCall<T> {
  return { method, host, path, answer }
}
