/**
 * Nothing of who called or wrote, nor of what they said, stays anywhere: the real server is sent marked webhooks, of
 * which some fail, and then all that it leaves is searched for six characters in a row of any mark.
 *
 * `To` is not marked: it is the line's own number, which it says to people who are asked to call again.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type NodeServer, startNodeServer } from '../support/node-server.ts'

const TOKEN = '12345'
const PUBLIC_URL = 'https://line.example.org'
const SECRET = 'sixteen characters or more'
const PASSWORD = 'a password of a test'
const PART = 6

const number = '+18392074416'
const sender = {
  From: number,
  Caller: number,
  To: '+15555550100',
  FromCountry: 'US',
  CallerName: 'Quvindel Harbrock',
  ProfileName: 'Zympathor',
  FromCity: 'GLENWYXFORD',
  FromZip: 'V7Q 4KX',
  WaId: '18392074416',
  CallToken: 'tokenjqyxwvkzp',
}
const words = {
  known: 'lungs and liver and wexmuldora',
  odd: 'plindovarsk',
  stop: 'ALTO',
  /** Makes whatever reads it fail, with the words in the message of the error; plain letters need no `normalize`. */
  failing: 'krantzubelfo hürts',
}
const media = {
  NumMedia: '1',
  MediaUrl0: 'https://media.example.org/vortnypha',
  MediaContentType0: 'image/png',
}

const text = (sid: string, Body: string) => ({ ...sender, MessageSid: `SM${sid}`, SmsSid: `SM${sid}`, Body })
const call = (sid: string) => ({ ...sender, CallSid: `CA${sid}`, CallStatus: 'in-progress' })

const marks = [
  ...[sender.From, sender.CallerName, sender.ProfileName, sender.FromCity, sender.FromZip, sender.CallToken],
  ...['wexmuldora', 'plindovarsk', 'krantzubelfo', 'vortnypha'],
  ...['jqhwyzmbvk', 'xkqvjwzhyp', 'yzvqkxjhwm', 'qzjvhxkwyb', 'hvjzqwkyxm'],
]
const parts = marks.flatMap((mark) =>
  Array.from({ length: mark.length - PART + 1 }, (_, start) => mark.slice(start, start + PART)),
)
const foundIn = (place: string) => parts.filter((part) => place.toLowerCase().includes(part.toLowerCase()))

/** Loaded before the server: reading a word that is marked fails, and the error quotes it, as errors of libraries do. */
const plant = `
  const { normalize } = String.prototype
  String.prototype.normalize = function (form) {
    if (/krant./.test(this)) throw new Error('This cannot be read: ' + this, { cause: String(this) })
    return normalize.call(this, form)
  }`

const options = [
  '--heapsnapshot-signal=SIGUSR2',
  // Otherwise the snapshot has only the first 1,024 characters of a string.
  '--heap-snapshot-string-limit=1000000',
  `--import=data:text/javascript,${encodeURIComponent(plant)}`,
]

const signatureOf = (path: string, form: Record<string, string>) =>
  webhooks.getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, form)

async function send(
  server: NodeServer,
  path: string,
  form: Record<string, string>,
  signature = signatureOf(path, form),
) {
  const response = await fetch(server.address + path, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(form),
  })
  return { status: response.status, body: await response.text() }
}

/** Everything that people do, and much that goes wrong. */
async function useTheLine(server: NodeServer): Promise<void> {
  await send(server, '/voice', call('jqhwyzmbvk'))
  await send(server, '/voice/2/en/normal/main', { ...call('jqhwyzmbvk'), Digits: '2' })
  await send(server, '/voice/3/en/normal/main', { ...call('jqhwyzmbvk'), SpeechResult: words.known })
  await send(server, '/voice/4/es/slow/main', { ...call('jqhwyzmbvk'), SpeechResult: words.odd })
  await send(server, '/sms', text('xkqvjwzhyp', words.known))
  await send(server, '/sms', text('yzvqkxjhwm', words.odd))
  await send(server, '/sms', { ...text('qzjvhxkwyb', ''), ...media })
  await send(server, '/sms', text('hvjzqwkyxm', words.stop))
  const failedCall = await send(server, '/voice/5/en/normal/main/bone', {
    ...call('jqhwyzmbvk'),
    SpeechResult: words.failing,
  })
  expect(failedCall.body).toContain('Something went wrong')
  const failedText = await send(server, '/sms', text('krantzubelfo', words.failing))
  expect(failedText.body).toContain('something went wrong')
  await send(server, '/voice/fallback', { ...call('jqhwyzmbvk'), ErrorUrl: `${PUBLIC_URL}/${words.odd}` })
  await send(server, '/voice/status', { ...call('jqhwyzmbvk'), CallStatus: 'completed', CallDuration: '9' })
  expect((await send(server, '/sms', text('yzvqkxjhwm', words.known), 'forged')).status).toBe(403)
  expect((await send(server, `/nothing/${words.odd}`, call('jqhwyzmbvk'))).status).toBe(404)
  await fetch(`${server.address}/${words.odd}?From=${encodeURIComponent(number)}`)
  await sendBroken(server, `POST /sms HTTP/1.1\r\nHost: ${words.odd}\r\n${sender.CallerName}\r\n\r\n`)
}

/** What is no HTTP at all; the server answers 400 and hangs up. */
async function sendBroken({ address }: NodeServer, request: string): Promise<void> {
  const client = connect(Number(new URL(address).port), '127.0.0.1')
  const closed = new Promise((resolve) => client.on('close', resolve))
  client.resume()
  client.write(request)
  await closed
}

/** V8 names the elements of arrays by their place, of which some look like part of a telephone number. */
const INDEX = /^"\d{1,7}",?$/gm

/** The strings in the memory of the server, once it has thrown away what it needs no more. */
async function heapStrings(server: NodeServer): Promise<string> {
  server.signal('SIGUSR2')
  for (;;) {
    await fetch(`${server.address}/health`)
    const [file] = readdirSync(server.folder).filter((name) => name.endsWith('.heapsnapshot'))
    const snapshot = file ? readFileSync(join(server.folder, file), 'utf8') : ''
    if (snapshot.trimEnd().endsWith(']}'))
      return snapshot.slice(snapshot.lastIndexOf('"strings":[')).replace(INDEX, '')
  }
}

describe.each([
  ['whose database works', {}, 'plainline.db'],
  ['whose database is gone', { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' }, '.spool.json'],
])('a server %s', (_name, settings, ending) => {
  let server: NodeServer
  let heap: string
  const pages: Record<string, string> = {}

  beforeAll(async () => {
    server = await startNodeServer(
      {
        TWILIO_AUTH_TOKEN: TOKEN,
        PUBLIC_URL,
        SECRET,
        USAGE_PASSWORD: PASSWORD,
        LOG_LEVEL: 'debug',
        ...settings,
      },
      options,
    )
    await useTheLine(server)
    for (const path of ['/', '/ready', '/metrics', '/usage', '/phone']) {
      const headers = { authorization: `Basic ${btoa(`operator:${PASSWORD}`)}` }
      pages[path] = await (await fetch(server.address + path, { headers })).text()
    }
    heap = await heapStrings(server)
    await server.end()
  })
  afterAll(() => server?.stop())

  test('shows no mark on its pages', () => {
    for (const [path, page] of Object.entries(pages)) expect(foundIn(page), path).toEqual([])
  })

  test('prints and logs no mark, though it logs what failed', () => {
    expect(server.output()).toContain('Failed at /voice/*')
    expect(foundIn(server.output())).toEqual([])
  })

  test('writes no mark into any file', () => {
    const files = readdirSync(server.folder).filter((name) => !name.endsWith('.heapsnapshot'))
    expect(files.filter((name) => name.endsWith(ending)).length).toBe(1)
    for (const name of files)
      expect(foundIn(readFileSync(join(server.folder, name), 'latin1')), name).toEqual([])
  })

  test('keeps no mark in its memory', () => {
    // The search finds what is kept, such as the keys of rendered turns; of a signature only its hash is kept.
    expect(heap).toContain(JSON.stringify('[[{"key":"phrases:guess.ask"').slice(1, -1))
    expect(heap.includes(signatureOf('/sms', text('xkqvjwzhyp', words.known)))).toBe(false)
    expect(foundIn(heap)).toEqual([])
  })
})
