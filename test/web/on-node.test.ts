/** Which requests Node's own server answers as webhooks, and which it leaves to the app. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { onNode } from '../../src/web/on-node.ts'
import type { Receiver } from '../../src/web/receive.ts'

const encoder = new TextEncoder()

/** Answers by the route, the address and the body that it was given. */
const telling =
  (route: string): Receiver =>
  ({ target, headers, body }) =>
  () => ({
    status: 200,
    headers: { 'x-type': headers['content-type'] ?? '' },
    body: encoder.encode(`${route} ${target} ${body}`),
  })

function fail(): never {
  throw new Error('A planted mistake')
}

async function start(logged: unknown[] = []): Promise<string> {
  const webhooks = {
    '/sms': telling('/sms'),
    '/sms/fallback': () => fail,
    '/voice': telling('/voice'),
    '/voice/*': telling('/voice/*'),
  }
  const server = createServer(
    onNode(
      webhooks,
      (incoming, outgoing) => {
        incoming.resume()
        outgoing.end('the app')
      },
      (error) => void logged.push(error),
    ),
  )
  server.listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1' }

test.each([
  ['a call', '/voice', '/voice /voice a=1'],
  ['a step of one', '/voice/3/en/normal/main/bone-2', '/voice/* /voice/3/en/normal/main/bone-2 a=1'],
  ['a text', '/sms', '/sms /sms a=1'],
])('%s is answered, its body and headers as they came', async (_case, path, told) => {
  const response = await fetch((await start()) + path, form)
  expect(await response.text()).toBe(told)
  expect(response.headers.get('x-type')).toBe('application/x-www-form-urlencoded')
})

test.each([
  ['another method', '/sms', { method: 'GET' }],
  ['another address', '/smsx', form],
  ['a query, which is signed too', '/sms?a=b', form],
  ['a slash at the end', '/sms/', form],
  ['an address that could be read in two ways', '/voice/3/en/normal/main/%62one', form],
  ['a form over 64 KB', '/sms', { ...form, body: 'x'.repeat(64 * 1024 + 1) }],
  ['an empty form', '/sms', { ...form, body: '' }],
])('%s is left to the app', async (_case, path, init) => {
  expect(await (await fetch((await start()) + path, init)).text()).toBe('the app')
})

test('a form that comes in pieces is whole when it is read, and in letters of any script', async () => {
  const address = new URL(await start())
  const socket = connect(Number(address.port), address.hostname)
  const body = Buffer.from('{"Body":"più ñandú"}')
  socket.write(
    `POST /sms HTTP/1.1\r\nHost: line\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  await once(socket, 'ready')
  // Between the two bytes of one letter.
  socket.write(body.subarray(0, 13))
  socket.write(body.subarray(13))
  let heard = ''
  for await (const chunk of socket) heard += chunk
  expect(heard).toContain('/sms /sms {"Body":"più ñandú"}')
})

test('a webhook at which all else has failed is answered by a 500, at which Twilio asks its fallback URL', async () => {
  const logged: unknown[] = []
  const address = await start(logged)
  const [failed, answered] = await Promise.all([
    fetch(`${address}/sms/fallback`, form),
    fetch(`${address}/sms`, form),
  ])
  expect(failed.status).toBe(500)
  expect(answered.status).toBe(200)
  expect(logged).toEqual([new Error('A planted mistake')])
})
