/** Texts that are more than a question: opt-outs, machines, pictures, cries for help. */
import { createClient } from '@libsql/client'
import { describe, expect, test } from 'vitest'
import { readTwiml } from '../../src/simulator/twiml.ts'
import { stopMark } from '../../src/usage/stop-list.ts'
import { fixtureLine } from '../support/fixture.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const from = '+15555550111'
const SECRET = 'a secret of a test'
let sent = 0

async function send(server: TestServer, words: string, more: Record<string, string> = {}): Promise<string> {
  sent += 1
  const form = {
    MessageSid: `SM${sent}`,
    From: from,
    To: '+15555550100',
    FromCountry: 'US',
    Body: words,
    ...more,
  }
  const [message] = readTwiml(await (await server.post('/sms', form)).text())
  return message?.kind === 'message' ? message.body : ''
}

async function stopped(server: TestServer): Promise<readonly unknown[]> {
  await server.usage.flush()
  const client = createClient({ url: `file:${server.databaseFile}` })
  const { rows } = await client.execute('select mark from stops')
  client.close()
  return rows.map((row) => row.mark)
}

describe('somebody who asks to be left alone', () => {
  test.each([
    ['ALTO', /ya no le escribirá/],
    ['please stop texting me', /will not text you again/],
  ])(
    'by "%s" gets one confirmation, and is on the stop list by a mark, not by number',
    async (words, confirmation) => {
      const server = await startTestServer()
      expect(await send(server, words)).toMatch(confirmation)
      const marks = await stopped(server)
      expect(marks).toEqual([stopMark(SECRET, from)])
      expect(marks[0]).toMatch(/^[0-9a-f]{64}$/)
      expect(await server.counted()).toMatchObject({ stop: 1 })
    },
  )

  test('is off the list again with the next topic', async () => {
    const server = await startTestServer()
    await send(server, 'basta')
    expect((await stopped(server)).length).toBe(1)
    await send(server, 'hueso')
    expect(await stopped(server)).toEqual([])
  })
})

describe('a number that texts more than ten times in five minutes', () => {
  /** A server whose clock stands still until `pass`, and whose number has had all its answers. */
  async function startHeldBack() {
    let now = Date.parse('2026-11-23T03:00:00Z')
    const server = await startTestServer({ now: () => new Date(now) })
    const replies = []
    for (let message = 0; message < 15; message += 1) replies.push(await send(server, 'OK'))
    const pass = (minutes: number) => {
      now += minutes * 60_000
    }
    return { server, replies, pass }
  }

  test('gets ten replies, the last of which says so, then silence until it is quiet', async () => {
    const { server, replies, pass } = await startHeldBack()
    expect(replies.filter(Boolean).length).toBe(10)
    expect(replies[8]).not.toMatch(/pauses/)
    expect(replies[9]).toMatch(/You are welcome.*this line now pauses.*911/s)
    expect(await send(server, 'BONE', { From: '+15555550112' })).toContain('Bones')
    pass(4)
    expect(await send(server, 'OK')).toBe('')
    pass(5)
    expect(await send(server, 'BONE')).toContain('Bones')
    expect(await server.counted()).toMatchObject({ 'held-back': 6 })
  })

  test.each([
    ['i want to die', /988/],
    ['quiero matarme', /988/],
    ['i cant breathe', /911/],
  ])('is answered all the same when it texts "%s"', async (words, numbers) => {
    const { server } = await startHeldBack()
    const reply = await send(server, words)
    expect(reply).toMatch(numbers)
    expect(reply).not.toMatch(/pauses|pausa/)
    expect(await send(server, 'OK')).toBe('')
  })

  test('by crying for help without end is a machine too', async () => {
    const { server, pass } = await startHeldBack()
    const replies = []
    for (let message = 0; message < 15; message += 1) replies.push(await send(server, 'i want to die'))
    expect(replies.filter(Boolean).length).toBe(15)
    for (let message = 0; message < 15; message += 1) replies.push(await send(server, 'quiero matarme'))
    expect(replies.filter(Boolean).length).toBe(20)
    expect(await server.counted()).toMatchObject({ crisis: 20, 'held-back': 15 })
    pass(60)
    expect(await send(server, 'i want to die')).toMatch(/988/)
  })

  test('by cries for help may still ask', async () => {
    const server = await startTestServer()
    for (let message = 0; message < 15; message += 1) await send(server, 'i want to die')
    expect(await send(server, 'BONE')).toContain('Bones')
  })

  test('is left alone when it asks for that', async () => {
    const { server } = await startHeldBack()
    expect(await send(server, 'ALTO')).toBe('')
    expect(await stopped(server)).toEqual([stopMark(SECRET, from)])
  })
})

test('a picture or voice note without words is told that the line reads words', async () => {
  const server = await startTestServer()
  expect(await send(server, '', { NumMedia: '1' })).toMatch(/reads only words/)
  expect(await send(server, 'bone', { NumMedia: '1' })).toContain('Bones')
})

test('a cry for help is answered with whom to call and to text, and no topic follows', async () => {
  const server = await startTestServer()
  for (const words of ['i want to die', 'i want to kill myself and how many pills would it take'])
    expect(await send(server, words)).toMatch(
      /^You matter.*call 988 or text 988.*call 911\.\nReply MENU or PERSON\.$/,
    )
  expect(await send(server, 'quiero matarme')).toMatch(
    /^Su vida vale mucho.*llame al 988 y oprima 2, o mande AYUDA al 988.*911\.\nResponda MENU o PERSONA\.$/,
  )
  expect(await send(server, 'i want to die', { FromCountry: 'GB' })).toMatch(/116 123[\s\S]*999/)
  expect(await send(server, 'i want to die', { FromCountry: 'FR' })).toMatch(
    /Prévention du suicide: 3114[\s\S]*112/,
  )
  expect(await send(server, 'i want to die', { FromCountry: 'AQ' })).toMatch(
    /your local emergency number, which is 911 in the United States/,
  )
  expect(await server.counted()).toMatchObject({ crisis: 6 })
})

/** "Woe" may be a cry, and "um" may mean either topic (test/support/fixture.ts). */
test('words of despair are answered as asked, and the crisis line is named after it', async () => {
  const server = await startTestServer({ line: fixtureLine })
  expect(await send(server, 'i saved my pills, and my rib hurts')).toBe(
    [
      'Bones',
      'It can go to the bones.',
      'Reply MORE or MENU.',
      'If you cannot go on, call 988 or text 988.',
      'Emergency: 911.',
    ].join('\n'),
  )
  expect(await send(server, 'woe', { FromCountry: 'GB' })).toMatch(/\nIf you cannot go on, call 116 123\.\n/)
  expect(await send(server, 'woe', { FromCountry: 'AQ' })).toMatch(
    /\nIf you cannot go on, call your local emergency number /,
  )
  expect(await server.counted()).toMatchObject({ 'crisis-offered': 3, 'open bone': 1 })
})

test.each([
  ['Thank you!', /^You are welcome here.*MENU.*PERSON/],
  ['ok', /^You are welcome here/],
  ['muchas gracias', /^Aquí estamos.*MENU.*PERSONA/],
])('"%s" is answered kindly', async (words, answer) => {
  const server = await startTestServer()
  expect(await send(server, words)).toMatch(answer)
  expect(await server.counted()).toEqual({ message: 1 })
})

test.each([
  ['I cant breathe', /^Call 911 now\. Sit the person up[^\n]*\nReply MENU or PERSON\.$/],
  ['no puedo respirar', /^Llame ya al 911\. Siente[^\n]*\nResponda MENU o PERSONA\.$/],
])('"%s" is answered with the rule of the sign, and no topic follows', async (words, rule) => {
  const server = await startTestServer()
  expect(await send(server, words)).toMatch(rule)
  expect(await server.counted()).toEqual({ message: 1, emergency: 1 })
})

test('words that may mean several topics are offered, and a digit takes one', async () => {
  const server = await startTestServer({ line: fixtureLine })
  const form = { MessageSid: 'SMa', From: from, To: '+15555550100', FromCountry: 'US' }
  const first = await server.post('/sms', { ...form, Body: 'um' })
  expect(await first.clone().text()).toContain('Which do you mean?\n1 Bones\n2 Outlook\n')
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const chosen = await server.post('/sms', { ...form, MessageSid: 'SMb', Body: '2' }, { cookie })
  expect(await chosen.text()).toContain('This is about how long people live.')
})
