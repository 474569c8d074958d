/**
 * What may be wrong with a line at Twilio and with its server, one thing each: how to plant it, and what the doctor says of it.
 */
import type { Diagnosis } from '../../src/doctor/finding.ts'
import type { World } from './doctor.ts'
import { alert, campaign, sid, verification } from './twilio-state.ts'

export type Misconfiguration = readonly [
  what: string,
  plant: (world: World) => void,
  level: Diagnosis['level'],
  says: RegExp,
]

const TOLL_FREE = '+18335550100'

/** As a server that checks no signature. */
function answersAll(url: string): Response {
  return new Response(
    url.endsWith('/sms') ? '<Response><Message/></Response>' : '<Response><Gather/></Response>',
  )
}

export const number = ({ twilio }: World) => twilio.numbers[0] ?? {}
export const service = ({ twilio }: World) => twilio.services[0] ?? {}
const set =
  (of: (world: World) => Record<string, unknown>, field: string, value: unknown) => (world: World) =>
    void Object.assign(of(world), { [field]: value })

export function tollFree(world: World, verifications: Record<string, unknown>[]): void {
  world.line = { ...world.line, settings: { ...world.line.settings, number: TOLL_FREE } }
  Object.assign(number(world), { phone_number: TOLL_FREE })
  world.twilio.verifications = verifications
}

export const MISCONFIGURATIONS: readonly Misconfiguration[] = [
  [
    'a token of another account',
    ({ twilio }) => {
      twilio.authToken = 'f'.repeat(32)
    },
    'fail',
    /refuses TWILIO_ACCOUNT_SID with/,
  ],
  [
    'a suspended account',
    ({ twilio }) => {
      twilio.account.status = 'suspended'
    },
    'fail',
    /account is suspended/,
  ],
  [
    'a trial account',
    ({ twilio }) => {
      twilio.account.type = 'Trial'
    },
    'warn',
    /trial account/,
  ],
  [
    'no money',
    ({ twilio }) => {
      twilio.balance.balance = '-0.31'
    },
    'fail',
    /balance is -0\.31 USD/,
  ],
  [
    'little money',
    ({ twilio }) => {
      twilio.balance.balance = '4.5'
    },
    'warn',
    /Only 4\.50 USD/,
  ],
  [
    'a number of another account',
    ({ twilio }) => {
      twilio.numbers = []
    },
    'fail',
    /no such number/,
  ],
  [
    'a number without texts',
    set(number, 'capabilities', { voice: true, sms: false }),
    'fail',
    /takes no texts/,
  ],
  [
    'a number without calls',
    set(number, 'capabilities', { voice: false, sms: true }),
    'fail',
    /takes no calls/,
  ],
  [
    'calls that go elsewhere',
    set(number, 'voice_url', 'https://demo.twilio.com/welcome/voice/'),
    'fail',
    /Calls go to https:\/\/demo/,
  ],
  ['calls over http', set(number, 'voice_url', 'http://line.example.org/voice'), 'fail', /Calls go to http:/],
  ['calls by GET', set(number, 'voice_method', 'GET'), 'warn', /Calls go .* by GET/],
  [
    'texts that go to the calls',
    set(number, 'sms_url', 'https://line.example.org/voice'),
    'fail',
    /Texts go to .*\/voice, not/,
  ],
  ['texts that go nowhere', set(number, 'sms_url', ''), 'fail', /Texts go to no address/],
  ['texts by GET', set(number, 'sms_method', 'GET'), 'warn', /Texts go .* by GET/],
  ['no fallback for calls', set(number, 'voice_fallback_url', ''), 'warn', /no fallback for calls/],
  ['no fallback for texts', set(number, 'sms_fallback_url', null), 'warn', /no fallback for texts/],
  [
    'a fallback on the same server',
    set(number, 'voice_fallback_url', 'https://line.example.org/voice/fallback'),
    'warn',
    /on the server that it stands in for/,
  ],
  [
    'a fallback that is not there',
    (world) => {
      number(world).voice_fallback_url = 'https://files.example.org/voice.xml'
      world.proxy = (url) => (url.startsWith('https://files') ? new Response('', { status: 404 }) : url)
    },
    'fail',
    /voice\.xml is no answer \(GET gives 404\)/,
  ],
  ['no status callback', set(number, 'status_callback', ''), 'warn', /ends of calls/],
  ['a trunk', set(number, 'trunk_sid', sid('TK')), 'fail', /SIP trunk/],
  [
    'an application for calls',
    set(number, 'voice_application_sid', sid('AP')),
    'fail',
    /application .* takes the calls/,
  ],
  [
    'an application for texts',
    set(number, 'sms_application_sid', sid('AP')),
    'fail',
    /application .* takes the texts/,
  ],
  ['calls taken as faxes', set(number, 'voice_receive_mode', 'fax'), 'fail', /as faxes/],
  ['names looked up', set(number, 'voice_caller_id_lookup', true), 'warn', /looks up the name/],
  [
    'a Messaging Service that takes the texts',
    set(service, 'use_inbound_webhook_on_number', false),
    'fail',
    /Messaging Service "texts" says/,
  ],
  ['Smart Encoding', set(service, 'smart_encoding', true), 'warn', /Smart Encoding/],
  [
    'a number in no Messaging Service',
    ({ twilio }) => {
      twilio.senders = {}
    },
    'fail',
    /30034.*no Messaging Service/,
  ],
  [
    'no campaign',
    ({ twilio }) => {
      twilio.campaigns = {}
    },
    'fail',
    /30034.*has no campaign/,
  ],
  [
    'a campaign under review',
    ({ twilio }) => {
      twilio.campaigns[sid('MG')] = [campaign('IN_PROGRESS')]
    },
    'warn',
    /until the campaign/,
  ],
  [
    'a campaign that has failed',
    ({ twilio }) => {
      twilio.campaigns[sid('MG')] = [campaign('FAILED', [{ description: 'The opt-in is unclear.' }])]
    },
    'fail',
    /is failed \("The opt-in is unclear\."\)/,
  ],
  [
    'a toll-free number that nobody has verified',
    (world) => tollFree(world, []),
    'fail',
    /30032.*nobody has asked/,
  ],
  [
    'a toll-free number under review',
    (world) => tollFree(world, [verification('IN_REVIEW')]),
    'warn',
    /30032.*until/,
  ],
  [
    'a toll-free number that was rejected',
    (world) =>
      tollFree(world, [
        verification('TWILIO_REJECTED', { rejection_reason: 'No picture', edit_allowed: true }),
      ]),
    'fail',
    /rejected \("No picture"\)/,
  ],
  [
    'no texts to the own country',
    ({ twilio }) => void Object.assign(twilio.messagingPermissions[0] ?? {}, { enabled: false }),
    'fail',
    /No text is sent to US/,
  ],
  [
    'no texts to another country',
    ({ twilio }) => void twilio.messagingPermissions.pop(),
    'warn',
    /No text is sent to GB/,
  ],
  [
    'no calls to a country',
    ({ twilio }) =>
      void Object.assign(twilio.dialingPermissions[1] ?? {}, { low_risk_numbers_enabled: false }),
    'warn',
    /No call is put through .* GB/,
  ],
  [
    'calls to high-risk numbers',
    ({ twilio }) =>
      void Object.assign(twilio.dialingPermissions[2] ?? {}, { high_risk_tollfraud_numbers_enabled: true }),
    'warn',
    /High-risk numbers.* LV/,
  ],
  [
    'errors of the server',
    ({ twilio }) => void twilio.alerts.push(alert('11200'), alert('11200')),
    'warn',
    /2 × 11200: Twilio could not get/,
  ],
  ['errors that nobody knows', ({ twilio }) => void twilio.alerts.push(alert('99999')), 'warn', /1 × 99999/],
  [
    'no spend trigger',
    ({ twilio }) => {
      twilio.triggers = [{ usage_category: 'sms', trigger_by: 'count' }]
    },
    'warn',
    /money is spent too fast/,
  ],
  [
    'a voice that Twilio does not have',
    (world) => {
      const en = world.line.locales.en
      if (!en?.settings.voice) throw new Error('The fixture line has no voice in English.')
      const settings = { ...en.settings, voice: { ...en.settings.voice, name: 'Polly.Nobody' } }
      world.line = { ...world.line, locales: { ...world.line.locales, en: { ...en, settings } } }
    },
    'fail',
    /no voice "Polly\.Nobody"/,
  ],
  [
    'a clock that is a minute slow',
    (world) => {
      world.now = new Date('2026-11-27T08:59:00Z')
    },
    'warn',
    /60 seconds slow/,
  ],
  [
    'a clock that is an hour fast',
    (world) => {
      world.now = new Date('2026-11-27T10:00:00Z')
    },
    'fail',
    /60 minutes fast/,
  ],
  [
    'a certificate that ends soon',
    (world) => {
      world.certificate = { ok: true, validTo: new Date('2026-12-01'), problem: null }
    },
    'warn',
    /ends on 2026-12-01/,
  ],
  [
    'a certificate that has ended',
    (world) => {
      world.certificate = { ok: true, validTo: new Date('2026-11-01'), problem: 'CERT_HAS_EXPIRED' }
    },
    'fail',
    /has ended on 2026-11-01/,
  ],
  [
    'a certificate of nobody',
    (world) => {
      world.certificate = {
        ok: true,
        validTo: new Date('2027-11-01'),
        problem: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      }
    },
    'fail',
    /not one that Twilio trusts/,
  ],
  [
    'a name that the DNS does not have',
    (world) => {
      world.certificate = { ok: false, code: 'ENOTFOUND' }
    },
    'fail',
    /cannot be reached from here \(ENOTFOUND\)/,
  ],
  [
    'a server with another token',
    (world) => {
      world.server = { ...world.server, authTokens: ['e'.repeat(32)] }
    },
    'fail',
    /signed as Twilio signs is refused/,
  ],
  [
    'a server with another address',
    (world) => {
      world.server = { ...world.server, publicUrl: 'https://other.example.org' }
    },
    'fail',
    /signed as Twilio signs is refused/,
  ],
  [
    'a server with another secret',
    (world) => {
      world.server = { ...world.server, secret: 'another secret of a test' }
    },
    'fail',
    /A call from the page \/phone is refused/,
  ],
  [
    'a server that checks no signature',
    (world) => {
      world.proxy = answersAll
    },
    'fail',
    /forged call is answered/,
  ],
  [
    'a proxy that sends on',
    (world) => {
      world.proxy = () =>
        new Response(null, { status: 301, headers: { location: 'https://www.example.org/voice' } })
    },
    'fail',
    /sends the call on to https:\/\/www/,
  ],
  [
    'a proxy that reaches no server',
    (world) => {
      world.proxy = () => new Response('Bad gateway', { status: 502 })
    },
    'fail',
    /answers 502/,
  ],
  [
    'another site at the address',
    (world) => {
      world.proxy = () => new Response('Not found', { status: 404 })
    },
    'fail',
    /Something else than the line/,
  ],
]
