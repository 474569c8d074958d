/** A worker that is set up wrongly, or whose database fails, says so. */
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { expect, test } from 'vitest'
import { migrate, miniflare, PUBLIC_URL, settings, TOKEN } from '../support/workerd.ts'

test('a worker whose database fails half-way counts each text once, and says so meanwhile', async () => {
  const logged: string[] = []
  const workerd = miniflare(settings, (line) => logged.push(line))
  const database = await migrate(workerd)
  await database.prepare('alter table stops rename to kept').run()
  const text = async (number: number) => {
    const form = { MessageSid: `SM${number}`, Body: 'BONE', From: `+1555555011${number}`, To: '+15555550100' }
    const response = await workerd.dispatchFetch(`${PUBLIC_URL}/sms`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': webhooks.getExpectedTwilioSignature(TOKEN, `${PUBLIC_URL}/sms`, form),
      },
      body: new URLSearchParams(form).toString(),
    })
    expect(await response.text()).toContain('Bones')
  }
  const ready = async () => (await workerd.dispatchFetch(`${PUBLIC_URL}/ready`)).status
  const counted = () =>
    database.prepare("select sum(count) as sum from counters where event = 'message'").first('sum')
  for (let number = 0; number < 5; number += 1) await text(number)
  await expect.poll(ready).toBe(503)
  await database.prepare('alter table kept rename to stops').run()
  for (let number = 5; number < 10; number += 1) await text(number)
  await expect.poll(ready).toBe(200)
  await expect.poll(counted).toBe(10)
  await workerd.dispose()
  // Once, not for each request.
  expect(logged.filter((text) => text.includes('no such table: stops'))).toHaveLength(1)
})

test.each([
  [
    'with an address and no token',
    { ...settings, TWILIO_AUTH_TOKEN: '' },
    /^TWILIO_AUTH_TOKEN must be set beside/,
  ],
  ['with a list of no token', { ...settings, TWILIO_AUTH_TOKEN: ' , ' }, /^TWILIO_AUTH_TOKEN holds no token/],
  [
    'with a country that the directory does not have',
    { ...settings, DEFAULT_COUNTRY: 'FR' },
    /^DEFAULT_COUNTRY is FR/,
  ],
  ['in quotes', { ...settings, SECRET: `"${settings.SECRET}"` }, /^SECRET has quotes around its value/],
])('a worker %s answers nobody, and its log says why', async (_name, bindings, sentence) => {
  const logged: string[] = []
  const workerd = miniflare(bindings, (line) => logged.push(line))
  for (const address of ['https://line.example.org/voice', 'http://localhost/', 'http://localhost/health']) {
    const response = await workerd.dispatchFetch(address)
    expect([response.status, await response.text()]).toEqual([
      503,
      'This line is not set up; the log of the worker says why.',
    ])
  }
  await workerd.dispose()
  expect(logged).toEqual([expect.stringMatching(sentence)])
})

test('a worker says why a signature does not fit ten times only: each costs as much as a dozen requests', async () => {
  const logged: string[] = []
  const workerd = miniflare(settings, (line) => logged.push(line))
  for (let times = 0; times < 15; times += 1) {
    const headers = { 'x-twilio-signature': `${'A'.repeat(27)}=` }
    const response = await workerd.dispatchFetch(`${PUBLIC_URL}/sms`, { method: 'POST', headers })
    expect(response.status).toBe(403)
  }
  await workerd.dispose()
  expect(logged.filter((text) => text.includes('A signature fits no address'))).toHaveLength(10)
})

test('a worker without a token answers on this machine only', async () => {
  const workerd = miniflare({})
  expect((await workerd.dispatchFetch('https://line.example.org/health')).status).toBe(403)
  expect((await workerd.dispatchFetch('http://localhost/health')).status).toBe(200)
  await workerd.dispose()
})
