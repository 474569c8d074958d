/** Texts that are more than a question: opt-outs, machines, pictures, cries for help. */
import { createClient } from '@libsql/client'
import { describe, expect, test } from 'vitest'
import { readTwiml } from '../../src/simulator/twiml.ts'
import { stopMark } from '../../src/usage/stop-list.ts'
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

test('a cry for help is answered with the numbers first, then with the topic', async () => {
  const server = await startTestServer()
  expect(await send(server, 'the pain is so bad i want to die')).toMatch(/^You matter.*988[\s\S]*pain/i)
  expect(await send(server, 'quiero matarme')).toMatch(/^Usted importa[\s\S]*988[\s\S]*PERSONA/)
  expect(await send(server, 'i want to die', { FromCountry: 'GB' })).toMatch(/116 123[\s\S]*999/)
  expect(await send(server, 'i want to die', { FromCountry: 'FR' })).toMatch(
    /Prévention du suicide: 3114[\s\S]*112/,
  )
  expect(await send(server, 'i want to die', { FromCountry: 'AQ' })).toMatch(
    /your local emergency number, which is 911 in the United States/,
  )
  expect(await server.counted()).toMatchObject({ crisis: 5 })
})

test('words of despair are answered as asked, and the crisis line is named after it', async () => {
  const server = await startTestServer()
  const words = 'everyone is tired of me and my pain'
  expect(await send(server, words)).toMatch(
    /^Which of these do you mean\?[\s\S]*\nIf you feel that you cannot go on, call 988 or text 988 now\.\n/,
  )
  expect(await send(server, 'ya todos se cansaron de mí y de mi dolor')).toMatch(
    /^¿Cuál de estos[\s\S]*\nSi ya no puede más, llame al 988/,
  )
  expect(await send(server, words, { FromCountry: 'GB' })).toMatch(/call 116 123 now/)
  expect(await send(server, words, { FromCountry: 'FR' })).toMatch(/call 3114 now/)
  expect(await send(server, words, { FromCountry: 'AQ' })).toMatch(
    /call your local emergency number, which is 911 /,
  )
  expect(await server.counted()).toMatchObject({ 'crisis-offered': 5 })
})

test.each([
  ['Thank you!', /^You are welcome here.*MENU.*PERSON/],
  ['ok', /^You are welcome here/],
  ['muchas gracias', /^Aquí estamos.*MENÚ.*PERSONA/],
])('"%s" is answered kindly', async (words, answer) => {
  const server = await startTestServer()
  expect(await send(server, words)).toMatch(answer)
  expect(await server.counted()).toEqual({ message: 1 })
})

test('an urgent sign is answered with the emergency number first, then with its topic', async () => {
  const server = await startTestServer()
  expect(await send(server, 'I cant breathe')).toMatch(/^That can be a sign.*911[\s\S]*\nBreathing/)
})

test('words that may mean several topics are offered, and a digit takes one', async () => {
  const server = await startTestServer()
  const first = await server.post('/sms', {
    MessageSid: 'SMa',
    From: from,
    To: '+15555550100',
    FromCountry: 'US',
    Body: 'cough and pain',
  })
  const offer = await first.text()
  expect(offer).toMatch(/Which of these do you mean\?\n1 \S.*\n2 \S/)
  const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] as string
  const [, second] = /\n2 (.*)/.exec(offer) ?? []
  const chosen = await server.post(
    '/sms',
    { MessageSid: 'SMb', From: from, To: '+15555550100', FromCountry: 'US', Body: '2' },
    { cookie },
  )
  expect(await chosen.text()).toContain(second)
})
