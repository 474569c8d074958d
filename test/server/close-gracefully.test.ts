/** Graceful shutdown: requests that have begun are answered, and no client keeps the server from ending. */
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { closeGracefully } from '../../src/server/close-gracefully.ts'

const FOREVER = { drainMs: 0, timeoutMs: 2 ** 31 - 1 }

/** `answer` answers the request that has arrived; the server waits for it. */
async function listen() {
  const asked: ServerResponse[] = []
  const server = createServer({ keepAliveTimeout: 0 }, (_request, response) => void asked.push(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => server.closeAllConnections())
  return { server, port: (server.address() as AddressInfo).port, answer: () => asked.pop()?.end('answered') }
}

/** Sends half a request and keeps the connection; resolves once the server waits for the rest. */
async function beginAsking(port: number) {
  const client = connect(port, '127.0.0.1')
  onTestFinished(() => void client.destroy())
  client.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\nExpect: 100-continue\r\n\r\nhalf')
  await new Promise((resolve) => client.once('data', resolve))
  return client
}

test('a request that has begun is answered, and its connection closed', async () => {
  const { server, port, answer } = await listen()
  const client = await beginAsking(port)
  const ended = closeGracefully(server, FOREVER)
  const heard = new Promise<string>((resolve) => client.once('data', (chunk) => resolve(String(chunk))))
  client.write('half')
  answer()
  expect(await heard).toContain('200 OK')
  await ended
})

test('a request that never ends is closed after the timeout', async () => {
  const { server, port } = await listen()
  await beginAsking(port)
  await closeGracefully(server, { drainMs: 0, timeoutMs: 1 })
})

test('a request that comes while the server drains is answered, on a connection that then ends', async () => {
  const { server, port, answer } = await listen()
  const closed = closeGracefully(server, { drainMs: 500, timeoutMs: 60_000 })
  const client = connect(port, '127.0.0.1')
  onTestFinished(() => void client.destroy())
  let heard = ''
  client.on('data', (chunk) => (heard += chunk))
  const ended = new Promise((resolve) => client.once('close', resolve))
  server.on('request', answer)
  client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await ended
  expect(heard).toMatch(/200 OK.*connection: close.*answered/is)
  await closed
})
