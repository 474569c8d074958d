/**
 * An account at Twilio as data, in which everything is in order. Tests change what should be wrong.
 *
 * @example
 * const state = healthyState()
 * state.account.type = 'Trial'
 */

type Row = Record<string, unknown>

export interface TwilioState {
  authToken: string
  account: Row & { sid: string }
  balance: Row
  numbers: Row[]
  services: Row[]
  /** By the SID of a service. */
  senders: Record<string, Row[]>
  campaigns: Record<string, Row[]>
  verifications: Row[]
  triggers: Row[]
  messagingPermissions: Row[]
  dialingPermissions: Row[]
  alerts: Row[]
  /** Twilio's clock. */
  now: Date
  /** Names of calls (`CALLS`) that get no answer, though what they write is written. */
  silent: string[]
  /** Names of calls that Twilio refuses with an error of its own. */
  refused: string[]
}

export const PHONE = '+12165550100'
export const PUBLIC_URL = 'https://line.example.org'
export const ACCOUNT_SID = sid('AC')
export const AUTH_TOKEN = '0123456789abcdef0123456789abcdef'
export const NOW = new Date('2026-11-27T09:00:00Z')

export function healthyState(): TwilioState {
  const service = sid('MG')
  return {
    authToken: AUTH_TOKEN,
    account: {
      sid: ACCOUNT_SID,
      owner_account_sid: ACCOUNT_SID,
      friendly_name: 'Lake Charity',
      status: 'active',
      type: 'Full',
    },
    balance: { account_sid: ACCOUNT_SID, balance: '54.2', currency: 'USD' },
    numbers: [
      {
        sid: sid('PN'),
        account_sid: ACCOUNT_SID,
        phone_number: PHONE,
        friendly_name: 'line',
        capabilities: { voice: true, sms: true, mms: true, fax: false },
        voice_url: `${PUBLIC_URL}/voice`,
        voice_method: 'POST',
        voice_fallback_url: 'https://handler.twilio.com/twiml/EH1',
        voice_fallback_method: 'GET',
        status_callback: `${PUBLIC_URL}/voice/status`,
        status_callback_method: 'POST',
        sms_url: `${PUBLIC_URL}/sms`,
        sms_method: 'POST',
        sms_fallback_url: 'https://handler.twilio.com/twiml/EH2',
        sms_fallback_method: 'GET',
        trunk_sid: null,
        voice_application_sid: '',
        sms_application_sid: '',
        voice_receive_mode: 'voice',
        voice_caller_id_lookup: false,
      },
    ],
    services: [
      {
        sid: service,
        account_sid: ACCOUNT_SID,
        friendly_name: 'texts',
        inbound_request_url: null,
        use_inbound_webhook_on_number: true,
        smart_encoding: false,
        validity_period: 600,
      },
    ],
    senders: { [service]: [{ sid: sid('PN'), service_sid: service, phone_number: PHONE }] },
    campaigns: { [service]: [campaign('VERIFIED')] },
    verifications: [],
    triggers: [
      {
        sid: sid('UT'),
        usage_category: 'totalprice',
        trigger_by: 'price',
        recurring: 'daily',
        trigger_value: '20',
      },
    ],
    messagingPermissions: ['US', 'GB'].map((code) => ({
      country_code: code,
      type: 'country',
      enabled: true,
    })),
    dialingPermissions: ['US', 'GB', 'LV'].map(dialingPermission),
    alerts: [],
    now: NOW,
    silent: [],
    refused: [],
  }
}

export function sid(kind: string): string {
  return kind + '0123456789abcdef'.repeat(2)
}

export function campaign(status: string, errors: readonly Row[] = []): Row {
  return { sid: sid('QE'), campaign_status: status, us_app_to_person_usecase: 'CHARITY', errors: [...errors] }
}

export function verification(status: string, more: Row = {}): Row {
  return {
    sid: sid('HH'),
    tollfree_phone_number_sid: sid('PN'),
    status,
    rejection_reason: null,
    edit_allowed: null,
    ...more,
  }
}

export function alert(code: string): Row {
  return {
    sid: sid('NO'),
    error_code: code,
    log_level: 'error',
    date_created: '2026-11-25T10:00:00Z',
    request_url: `${PUBLIC_URL}/voice/en/bone`,
  }
}

function dialingPermission(code: string): Row {
  return {
    iso_code: code,
    name: code,
    low_risk_numbers_enabled: code !== 'LV',
    high_risk_special_numbers_enabled: false,
    high_risk_tollfraud_numbers_enabled: false,
  }
}
