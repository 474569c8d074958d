/** What a wrong setting in Twilio's Console sends is answered all the same, and the operator is told what to set. */
import { expect, test } from 'vitest'
import { fixtureLine } from '../support/fixture.ts'
import { startTestServer } from '../support/server.ts'

const FROM = { From: '+15555577391', To: '+15555550100', FromCountry: 'US' }
const call = { ...FROM, CallSid: 'CA1' }
const text = { ...FROM, MessageSid: 'SM1', Body: 'bone' }

async function start() {
  const warnings: string[] = []
  const more = { onMisdirected: (sentence: string) => warnings.push(sentence) }
  return { ...(await startTestServer({ line: fixtureLine, more })), warnings }
}

test('a text that comes to the address of calls is answered as a text', async () => {
  const server = await start()
  const answer = await (await server.post('/voice', text)).text()
  expect(answer).toContain('<Message statusCallback="/sms/status">Bones\nIt can go to the bones.')
  expect(server.warnings).toEqual([expect.stringMatching(/^A text came to \/voice.*POST …\/sms/)])
  expect(await server.counted()).toMatchObject({ message: 1, 'open bone': 1 })
})

test('a call that comes to the address of texts is answered, and goes on where calls do', async () => {
  const server = await start()
  const answer = await (await server.post('/sms', call)).text()
  expect(answer).toMatch(/<Gather .*action="\/voice\/1\//)
  expect(server.warnings).toEqual([expect.stringMatching(/^A call came to \/sms.*POST …\/voice/)])
  expect(await server.counted()).toMatchObject({ call: 1 })
})

test('what comes where it belongs is no warning', async () => {
  const server = await start()
  await server.post('/voice', call)
  await server.post('/sms', text)
  expect(server.warnings).toEqual([])
})

test('a browser that opens the address of calls is told what it is for', async () => {
  const server = await start()
  const response = await server.app.request('/voice')
  expect([response.status, await response.text()]).toEqual([
    403,
    'This address answers Twilio only: the signature is missing or does not fit. In its Console, set HTTP POST.',
  ])
})

test.each(['/sms/status', '/sms'])('a text that did not arrive is counted, told at %s', async (path) => {
  const server = await start()
  for (const MessageStatus of ['sent', 'delivered', 'undelivered', 'failed']) {
    const status = { ...FROM, MessageSid: 'SM2', SmsSid: 'SM2', MessageStatus }
    expect((await server.post(path, status)).status).toBe(204)
  }
  expect(await server.counted()).toEqual({ undelivered: 2 })
})
