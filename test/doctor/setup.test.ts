/** Setup shows what it would change, and writes only what an operator has agreed to. */
import { expect, test } from 'vitest'
import { isWhole, runSetup } from '../../src/doctor/run-setup.ts'
import { readDoctorSettings } from '../../src/doctor/settings.ts'
import { createTwilioRest } from '../../src/twilio/rest.ts'
import { VARIABLES } from '../support/doctor.ts'
import { startTwilioDouble } from '../support/twilio-double.ts'
import { healthyState, PHONE, sid, type TwilioState } from '../support/twilio-state.ts'

interface Answers {
  readonly isSure?: boolean
  /** What the operator says; null where nobody is there. */
  readonly says?: boolean | null
  readonly numbers?: readonly string[]
  readonly timeoutMs?: number
}

const NEW_NUMBER = {
  voice_url: 'https://demo.twilio.com/welcome/voice/',
  voice_fallback_url: '',
  status_callback: '',
  sms_url: '',
  sms_method: 'GET',
  sms_fallback_url: null,
  trunk_sid: sid('TK'),
}

const DIFFERENCE = `Number ${PHONE}
  - TrunkSid: ${sid('TK')}
  + TrunkSid: (nothing)
  - VoiceUrl: https://demo.twilio.com/welcome/voice/
  + VoiceUrl: https://line.example.org/voice
  - SmsUrl: (nothing)
  + SmsUrl: https://line.example.org/sms
  - SmsMethod: GET
  + SmsMethod: POST
  - StatusCallback: (nothing)
  + StatusCallback: https://line.example.org/voice/status
  - VoiceFallbackUrl: (nothing)
  + VoiceFallbackUrl: https://line.example.org/voice/fallback
  - SmsFallbackUrl: (nothing)
  + SmsFallbackUrl: https://line.example.org/sms/fallback
Messaging Service "texts"
  - UseInboundWebhookOnNumber: false
  + UseInboundWebhookOnNumber: true
  - SmartEncoding: true
  + SmartEncoding: false
`

function newState(): TwilioState {
  const state = healthyState()
  Object.assign(state.numbers[0] ?? {}, NEW_NUMBER)
  Object.assign(state.services[0] ?? {}, { use_inbound_webhook_on_number: false, smart_encoding: true })
  return state
}

async function start(state: TwilioState) {
  const twilio = await startTwilioDouble(state)
  async function setup({ isSure = false, says = null, numbers = [], timeoutMs = 10_000 }: Answers = {}) {
    const [number = PHONE, ...others] = numbers
    const { settings } = readDoctorSettings(VARIABLES, {
      number,
      numbers: others.map((each) => ({ number: each, locales: ['en'] })),
    })
    if (!isWhole(settings)) throw new Error('Something is missing.')
    const ask = createTwilioRest({ ...settings.credentials, apiBase: twilio.address, timeoutMs })
    let printed = ''
    const print = (text: string) => {
      printed += text
    }
    const exit = await runSetup({ ask, print, confirm: says === null ? null : async () => says }, settings, {
      isSure,
    })
    expect(twilio.misfits).toEqual([])
    return { exit, printed }
  }
  return { twilio, setup }
}

test('the difference is shown, and written once the operator says yes; then nothing is left', async () => {
  const { twilio, setup } = await start(newState())
  expect(await setup({ says: true })).toEqual({
    exit: 0,
    printed: `${DIFFERENCE}Written: Number ${PHONE}, Messaging Service "texts". Now \`npm run doctor\`.\n`,
  })
  expect(twilio.writes).toMatchObject([
    {
      call: 'updateNumber',
      form: { VoiceUrl: 'https://line.example.org/voice', SmsMethod: 'POST', TrunkSid: '' },
    },
    { call: 'updateService', form: { UseInboundWebhookOnNumber: 'true', SmartEncoding: 'false' } },
  ])
  expect(await setup({ isSure: true })).toEqual({ exit: 0, printed: 'Nothing is to be changed.\n' })
  expect(twilio.writes).toHaveLength(2)
})

test('a no writes nothing', async () => {
  const { twilio, setup } = await start(newState())
  expect(await setup({ says: false })).toEqual({ exit: 1, printed: `${DIFFERENCE}Nothing was written.\n` })
  expect(twilio.writes).toEqual([])
})

test('where nobody can be asked it is only shown, unless --yes says so beforehand', async () => {
  const { twilio, setup } = await start(newState())
  const { exit, printed } = await setup()
  expect(exit).toBe(1)
  expect(printed).toBe(
    `${DIFFERENCE}This is only shown: nobody can be asked here. \`npm run setup -- --yes\` writes it.\n`,
  )
  expect(twilio.writes).toEqual([])
  expect((await setup({ isSure: true })).exit).toBe(0)
  expect(twilio.writes).toHaveLength(2)
})

test('a fallback of the operator stays, and so do retries behind # in an address', async () => {
  const state = healthyState()
  Object.assign(state.numbers[0] ?? {}, { voice_url: 'https://line.example.org/voice#rc=2' })
  const { setup } = await start(state)
  expect(await setup({ isSure: true })).toEqual({ exit: 0, printed: 'Nothing is to be changed.\n' })
})

test('two numbers in one Messaging Service change it once', async () => {
  const second = '+12165550101'
  const state = newState()
  state.numbers.push({ ...state.numbers[0], sid: `PN${'f'.repeat(32)}`, phone_number: second })
  state.senders[sid('MG')]?.push({ sid: `PN${'f'.repeat(32)}`, phone_number: second })
  const { twilio, setup } = await start(state)
  expect((await setup({ isSure: true, numbers: [PHONE, second] })).exit).toBe(0)
  expect(twilio.writes.map(({ call }) => call)).toEqual(['updateNumber', 'updateService', 'updateNumber'])
})

test('a number of another account is said, and nothing is bought', async () => {
  const state = healthyState()
  state.numbers = []
  const { twilio, setup } = await start(state)
  const { exit, printed } = await setup({ isSure: true })
  expect(exit).toBe(1)
  expect(printed).toMatch(/^✗ \+12165550100: This account has no such number\. .*\n$/)
  expect(twilio.writes).toEqual([])
})

test('wrong credentials are one sentence', async () => {
  const state = newState()
  state.authToken = 'f'.repeat(32)
  const { setup } = await start(state)
  const { exit, printed } = await setup({ isSure: true })
  expect(exit).toBe(1)
  expect(printed).toMatch(/^✗ numbers: Twilio refuses TWILIO_ACCOUNT_SID with .*\n$/)
})

test('a write that gets no answer is tried once, and says what to do', async () => {
  const state = newState()
  state.silent = ['updateService']
  const { twilio, setup } = await start(state)
  const { exit, printed } = await setup({ isSure: true, timeoutMs: 1000 })
  expect(exit).toBe(1)
  expect(printed.replace(DIFFERENCE, '')).toBe(
    `Messaging Service "texts": Twilio's REST API did not answer within 1 seconds. It was asked once and not again; what was asked may be done all the same. Written before: Number ${PHONE}. Run \`npm run setup\` again: it shows what is left.\n`,
  )
  expect(twilio.writes.map(({ call }) => call)).toEqual(['updateNumber', 'updateService'])
  state.silent = []
  expect(await setup({ isSure: true })).toEqual({ exit: 0, printed: 'Nothing is to be changed.\n' })
})
