/** Webhooks that arrive again, and people who do the same again. */
import { describe, expect, test } from 'vitest'
import { createDemoApp } from '../../src/web/demo.ts'
import { line } from '../support/line.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const call = { CallSid: 'CA1', From: '+15555550111', To: '+15555550100', FromCountry: 'US' }
const text = { MessageSid: 'SM1', From: '+15555550111', To: '+15555550100', FromCountry: 'US' }

const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] as string

/** Walks on from an address by keys, each at the address that the answer before it names. */
async function press(server: TestServer, address: string, keys: readonly string[]): Promise<string> {
  let [action, heard] = [address, '']
  for (const key of keys) {
    heard = await (await server.post(action, { ...call, Digits: key })).text()
    action = /action="([^"]+)"/.exec(heard)?.[1] as string
  }
  return heard
}

describe('a step of a call that arrives again', () => {
  test('gets the same answer, and counts once', async () => {
    const server = await startTestServer()
    const send = async () => (await server.post('/voice/1/en/normal/main', { ...call, Digits: '2' })).text()
    const first = await send()
    expect(await send()).toBe(first)
    expect(await send()).toBe(first)
    expect(await server.counted()).toEqual({ 'open head': 1 })
  })

  test('while the first is being answered counts once too', async () => {
    const server = await startTestServer()
    const copies = await Promise.all(
      Array.from({ length: 20 }, () => server.post('/voice/1/en/normal/main', { ...call, Digits: '2' })),
    )
    expect(new Set(await Promise.all(copies.map((copy) => copy.text()))).size).toBe(1)
    expect(await server.counted()).toEqual({ 'open head': 1 })
  })

  test("by Twilio's own mark gets the same answer under another signature", async () => {
    const server = await startTestServer()
    const token = { 'i-twilio-idempotency-token': 'b6f1' }
    const send = async (more: Record<string, string>) =>
      (await server.post('/voice/1/en/normal/main', { ...call, ...more, Digits: '2' }, token)).text()
    expect(await send({ StirVerstat: 'TN-Validation-Passed-A' })).toBe(await send({}))
    expect(await server.counted()).toEqual({ 'open head': 1 })
  })

  test('after it has failed is answered anew: an apology is not kept', async () => {
    let isBroken = true
    const nodes = new Proxy(line.nodes, {
      get(target, name) {
        if (isBroken && name === 'head') throw new Error('A planted mistake')
        return Reflect.get(target, name)
      },
    })
    const server = await startTestServer({ line: { ...line, nodes } })
    const send = async () => (await server.post('/voice/1/en/normal/main', { ...call, Digits: '2' })).text()
    expect(await send()).toContain('sorry')
    isBroken = false
    const answer = await send()
    expect(answer).not.toContain('sorry')
    expect(await send()).toBe(answer)
    expect(await server.counted()).toEqual({ 'open head': 1, trouble: 1 })
  })

  test('while the first fails is answered by one more try, for all copies', async () => {
    let failures = 0
    const nodes = new Proxy(line.nodes, {
      get(target, name) {
        if (name === 'head' && failures++ === 0) throw new Error('A planted mistake')
        return Reflect.get(target, name)
      },
    })
    const server = await startTestServer({ line: { ...line, nodes } })
    const form = { ...call, Digits: '2' }
    await Promise.all(Array.from({ length: 5 }, () => server.post('/voice/1/en/normal/main', form)))
    expect(await server.counted()).toEqual({ 'open head': 1, trouble: 1 })
  })

  test('after an apology has an address of its own, so that the same keys count again', async () => {
    let isBroken = false
    const nodes = new Proxy(line.nodes, {
      get(target, name) {
        if (isBroken && name === 'bone') throw new Error('A planted mistake')
        return Reflect.get(target, name)
      },
    })
    const server = await startTestServer({ line: { ...line, nodes } })
    await press(server, '/voice/1/en/normal/main', ['2'])
    isBroken = true
    const apology = await (
      await server.post('/voice/2/en/normal/main/signs', { ...call, Digits: '3' })
    ).text()
    isBroken = false
    const [, address = ''] = /<Redirect[^>]*>([^<]+)/.exec(apology) ?? []
    expect(address).toBe('/voice/3/anew/en/normal/main')
    const menu = await (await server.post(address, call)).text()
    const [, next = ''] = /action="([^"]+)"/.exec(menu) ?? []
    await press(server, next, ['2'])
    expect(await server.counted()).toMatchObject({ 'open head': 2, trouble: 1 })
  })

  test('at its end counts once', async () => {
    const server = await startTestServer()
    const end = { ...call, CallStatus: 'completed', CallDuration: '20' }
    expect((await server.post('/voice/status', end)).status).toBe(204)
    expect((await server.post('/voice/status', end)).status).toBe(204)
    expect(await server.counted()).toEqual({ 'hang-up 10-30': 1 })
  })
})

describe('somebody who does the same again', () => {
  test('in one call is counted again', async () => {
    const server = await startTestServer()
    await press(server, '/voice/1/en/normal/main', ['2', '*', '2', '*', '2'])
    expect(await server.counted()).toMatchObject({ 'open head': 3 })
  })

  test('in the demo, where the signature of a phone in a browser is empty, hears each answer', async () => {
    const demo = createDemoApp(line)
    const press = async (Digits: string) => {
      const body = new URLSearchParams({ ...call, Digits })
      const headers = { 'x-twilio-signature': '' }
      return (await demo.request('/voice/1/en/normal/languages', { method: 'POST', headers, body })).text()
    }
    expect(await press('1')).toContain('In an emergency')
    expect(await press('2')).toContain('En emergencias')
  })

  // The keys are told whole the first time only.
  test('hears it again, under an address of its own', async () => {
    const server = await startTestServer()
    const once = await press(server, '/voice/1/en/normal/main/bone', ['8', '8'])
    const twice = await press(server, '/voice/1/en/normal/main/bone', ['8', '8', '8'])
    expect(twice).toBe(once.replaceAll('/voice/3/', '/voice/4/'))
  })

  test('in another call is counted again', async () => {
    const server = await startTestServer()
    for (const CallSid of ['CA1', 'CA2'])
      await server.post('/voice/1/en/normal/main', { ...call, CallSid, Digits: '2' })
    expect(await server.counted()).toEqual({ 'open head': 2 })
  })
})

describe('a text that arrives again', () => {
  test('gets the same answer, also after the conversation went on, and counts once', async () => {
    const server = await startTestServer()
    const send = async (MessageSid: string, Body: string, cookie = '') => {
      const response = await server.post('/sms', { ...text, MessageSid, Body }, { cookie })
      return { cookie: cookieOf(response), body: await response.text() }
    }
    const bone = await send('SM1', 'BONE')
    const more = await send('SM2', 'MORE', bone.cookie)
    expect(await send('SM2', 'MORE', bone.cookie)).toEqual(more)
    expect(await send('SM2', 'MORE', more.cookie)).toEqual(more)
    expect(await send('SM1', 'BONE', more.cookie)).toEqual(bone)
    const counted = await server.counted()
    expect(counted).toMatchObject({ message: 2, 'open bone': 1 })
  })

  test('takes nothing from what may still be answered', async () => {
    const server = await startTestServer()
    const send = async (MessageSid: string) =>
      (await server.post('/sms', { ...text, MessageSid, Body: 'BONE' })).text()
    const first = await send('SM0')
    for (let copy = 0; copy < 20; copy += 1) expect(await send('SM0')).toBe(first)
    for (let message = 1; message < 10; message += 1) expect(await send(`SM${message}`)).toContain('Bones')
    const held = await send('SM10')
    expect(held).not.toContain('Bones')
    expect(await send('SM10')).toBe(held)
    expect(await server.counted()).toMatchObject({ message: 10, 'held-back': 1 })
  })
})
