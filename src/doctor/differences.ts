/**
 * How the settings of a number, and of its Messaging Service, differ from what the line needs. The doctor reports a difference; setup
 * writes it.
 *
 * @example
 * differences(own, 'https://line.example.org')
 * // [{ of: 'number', sid: 'PN…', field: 'VoiceUrl', is: '', wanted: 'https://line.example.org/voice', … }]
 */
import type { MessagingService, TwilioNumber } from '../twilio/rest-calls.ts'
import type { OwnNumber } from './own-numbers.ts'

export interface Difference extends SettingChange {
  readonly of: 'number' | 'service'
  readonly sid: string
}

interface SettingChange {
  /** As the parameter of the call that updates it. */
  readonly field: string
  readonly is: string
  readonly wanted: string
  /** Whether people are not answered, or answered by something else, while it is so. */
  readonly breaks: boolean
  /** One sentence: what is so. Null where another difference says it. */
  readonly what: string | null
}

/** A setting that may differ. */
interface Setting extends SettingChange {
  readonly isWrong: boolean
}

/** A webhook of the number: its address, its method, and the start of a sentence about it. */
interface Webhook {
  readonly fields: readonly [url: string, method: string]
  readonly url: string | null
  readonly method: string | null
  readonly wanted: string
  readonly breaks: boolean
  readonly go: string
}

/** Those that break something come first. */
export function differences({ number, service }: OwnNumber, publicUrl: string): readonly Difference[] {
  const ofNumber = [...overrides(number), ...webhooks(number, publicUrl), ...fallbacks(number, publicUrl)]
  const ofService = service ? inService(service, publicUrl) : []
  const all = [
    ...wrong(ofNumber).map((change): Difference => ({ ...change, of: 'number', sid: number.sid })),
    ...wrong(ofService).map((change): Difference => ({ ...change, of: 'service', sid: service?.sid ?? '' })),
  ]
  return [...all.filter(({ breaks }) => breaks), ...all.filter(({ breaks }) => !breaks)]
}

function wrong(settings: readonly Setting[]): readonly SettingChange[] {
  return settings.flatMap(({ isWrong, ...change }) => (isWrong ? [change] : []))
}

/** What makes Twilio ignore the addresses of the number, or costs money for nothing. */
function overrides(number: TwilioNumber): readonly Setting[] {
  const { trunk_sid: trunk, voice_application_sid: voice, sms_application_sid: sms } = number
  return [
    taken('TrunkSid', trunk, `The SIP trunk ${trunk} takes the calls`),
    taken('VoiceApplicationSid', voice, `The TwiML application ${voice} takes the calls`),
    taken('SmsApplicationSid', sms, `The TwiML application ${sms} takes the texts`),
    {
      field: 'VoiceReceiveMode',
      is: number.voice_receive_mode ?? '',
      wanted: 'voice',
      isWrong: number.voice_receive_mode === 'fax',
      breaks: true,
      what: 'The number takes calls as faxes.',
    },
    {
      field: 'VoiceCallerIdLookup',
      is: 'true',
      wanted: 'false',
      isWrong: number.voice_caller_id_lookup === true,
      breaks: false,
      what: 'Twilio looks up the name of every caller, for money, and the line does not use it.',
    },
  ]
}

function taken(field: string, sid: string | null, what: string): Setting {
  return {
    field,
    is: sid ?? '',
    wanted: '',
    isWrong: Boolean(sid),
    breaks: true,
    what: `${what}: Twilio ignores the address of the number.`,
  }
}

function webhooks(number: TwilioNumber, publicUrl: string): readonly Setting[] {
  const all: readonly Webhook[] = [
    {
      fields: ['VoiceUrl', 'VoiceMethod'],
      url: number.voice_url,
      method: number.voice_method,
      wanted: `${publicUrl}/voice`,
      breaks: true,
      go: 'Calls go',
    },
    {
      fields: ['SmsUrl', 'SmsMethod'],
      url: number.sms_url,
      method: number.sms_method,
      wanted: `${publicUrl}/sms`,
      breaks: true,
      go: 'Texts go',
    },
    {
      fields: ['StatusCallback', 'StatusCallbackMethod'],
      url: number.status_callback,
      method: number.status_callback_method,
      wanted: `${publicUrl}/voice/status`,
      breaks: false,
      go: 'The ends of calls, of which the line counts the length, go',
    },
  ]
  return all.flatMap(settingsOf)
}

function settingsOf({ fields, url, method, wanted, breaks, go }: Webhook): readonly Setting[] {
  const [urlField, methodField] = fields
  const isWrong = !isSame(url, wanted)
  return [
    {
      field: urlField,
      is: url ?? '',
      wanted,
      isWrong,
      breaks,
      what: `${go} to ${url || 'no address'}, not to ${wanted}.`,
    },
    {
      field: methodField,
      is: method ?? '',
      wanted: 'POST',
      isWrong: method !== 'POST',
      breaks: false,
      what: isWrong ? null : `${go} to ${wanted} by ${method}, so that numbers and words stand in addresses.`,
    },
  ]
}

/** A fallback of the operator's, on another server, is better than ours, and stays. */
function fallbacks(number: TwilioNumber, publicUrl: string): readonly Setting[] {
  return [
    {
      field: 'VoiceFallbackUrl',
      is: '',
      wanted: `${publicUrl}/voice/fallback`,
      isWrong: !number.voice_fallback_url,
      breaks: false,
      what: 'There is no fallback for calls: while the line fails, callers hear "an application error".',
    },
    {
      field: 'SmsFallbackUrl',
      is: '',
      wanted: `${publicUrl}/sms/fallback`,
      isWrong: !number.sms_fallback_url,
      breaks: false,
      what: 'There is no fallback for texts: while the line fails, they get no answer.',
    },
  ]
}

function inService(service: MessagingService, publicUrl: string): readonly Setting[] {
  const name = `the Messaging Service "${service.friendly_name}"`
  return [
    {
      field: 'UseInboundWebhookOnNumber',
      is: 'false',
      wanted: 'true',
      isWrong:
        !service.use_inbound_webhook_on_number && !isSame(service.inbound_request_url, `${publicUrl}/sms`),
      breaks: true,
      what: `Texts go where ${name} says, not to the address of the number.`,
    },
    {
      field: 'SmartEncoding',
      is: 'true',
      wanted: 'false',
      isWrong: service.smart_encoding === true,
      breaks: false,
      what: `Smart Encoding of ${name} replaces letters of our texts.`,
    },
  ]
}

/** What stands after # in an address tells Twilio how to retry (docs/operations.md). */
function isSame(url: string | null, wanted: string): boolean {
  if (!url || !URL.canParse(url)) return false
  const { origin, pathname, search } = new URL(url)
  return `${origin}${pathname}${search}` === new URL(wanted).href
}
