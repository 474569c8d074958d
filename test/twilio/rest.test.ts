/** The client of Twilio's REST API: what goes wrong is a value with a sentence, and what writes is tried once. */
import { expect, test } from 'vitest'
import { createTwilioRest, type RestSettings } from '../../src/twilio/rest.ts'
import { CALLS } from '../../src/twilio/rest-calls.ts'
import { freePort } from '../support/free-port.ts'
import { startTwilioDouble } from '../support/twilio-double.ts'
import { ACCOUNT_SID, AUTH_TOKEN, healthyState, sid } from '../support/twilio-state.ts'

const ACCOUNT = { path: { Sid: ACCOUNT_SID } }

async function start(settings: Partial<RestSettings> = {}) {
  const twilio = await startTwilioDouble(healthyState())
  const ask = createTwilioRest({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    apiBase: twilio.address,
    ...settings,
  })
  return { twilio, ask }
}

test('an answer is parsed, and tells what time it is at Twilio', async () => {
  const { ask } = await start()
  expect(await ask(CALLS.account, ACCOUNT)).toMatchObject({
    ok: true,
    value: { friendly_name: 'Lake Charity', type: 'Full' },
    date: new Date('2026-11-27T09:00:00Z'),
  })
})

test('wrong credentials are one sentence, and are not tried again', async () => {
  const { ask, twilio } = await start({ authToken: 'f'.repeat(32) })
  expect(await ask(CALLS.account, ACCOUNT)).toEqual({
    ok: false,
    kind: 'credentials',
    problem: 'Twilio refuses TWILIO_ACCOUNT_SID with the first token of TWILIO_AUTH_TOKEN.',
  })
  expect(twilio.asked).toEqual(['account'])
})

test('what Twilio refuses has its code and its words', async () => {
  const { ask, twilio } = await start()
  twilio.state.refused.push('balance')
  expect(await ask(CALLS.balance, { path: { AccountSid: ACCOUNT_SID } })).toEqual({
    ok: false,
    kind: 'refused',
    problem: 'Twilio refuses (403, error 20403, Not allowed).',
  })
})

test('a call that reads and gets no answer is tried twice', async () => {
  const { ask, twilio } = await start({ timeoutMs: 500 })
  twilio.state.silent.push('account')
  expect(await ask(CALLS.account, ACCOUNT)).toEqual({
    ok: false,
    kind: 'silent',
    problem: "Twilio's REST API did not answer within 0.5 seconds.",
  })
  expect(twilio.asked).toEqual(['account', 'account'])
})

test('a call that writes and gets no answer is tried once, and says so', async () => {
  const { ask, twilio } = await start({ timeoutMs: 500 })
  twilio.state.silent.push('updateService')
  const answer = await ask(CALLS.updateService, {
    path: { Sid: sid('MG') },
    form: { SmartEncoding: 'false' },
  })
  expect(answer).toMatchObject({
    kind: 'silent',
    problem:
      "Twilio's REST API did not answer within 0.5 seconds. It was asked once and not again; what was asked may be done all the same.",
  })
  expect(twilio.asked).toEqual(['updateService'])
})

test('a server that is not there, and an answer that is none, are sentences too', async () => {
  const { ask } = await start({ apiBase: `http://127.0.0.1:${await freePort()}` })
  expect(await ask(CALLS.account, ACCOUNT)).toMatchObject({
    problem: "Twilio's REST API cannot be reached from here (ECONNREFUSED).",
  })
  const { ask: askOther, twilio } = await start()
  twilio.state.account.status = 'dormant'
  expect(await askOther(CALLS.account, ACCOUNT)).toMatchObject({
    kind: 'refused',
    problem: "Twilio's answer to /2010-04-01/Accounts/{Sid}.json is not as documented (status).",
  })
})

test('the double refuses a name that Twilio does not have', async () => {
  const { ask, twilio } = await start()
  await ask(CALLS.updateService, { path: { Sid: sid('MG') }, form: { SmartEncodings: 'false' } })
  await ask(CALLS.updateNumber, {
    path: { AccountSid: ACCOUNT_SID, Sid: sid('PN') },
    form: { VoiceMethod: 'PUT' },
  })
  expect(twilio.misfits).toEqual([
    'asked updateService: SmartEncodings: no such parameter',
    'asked updateNumber: VoiceMethod: PUT is none of GET, POST',
  ])
  expect(twilio.writes).toEqual([])
})
