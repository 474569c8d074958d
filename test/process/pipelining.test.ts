/** Clients that send many requests at once on one connection, and read nothing. */
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type NodeServer, startNodeServer } from '../support/node-server.ts'

let server: NodeServer
beforeAll(async () => {
  server = await startNodeServer({})
})
afterAll(() => server.stop())

/** A client that sends the same request so many times at once. */
function pipeline(path: string, times: number): Socket {
  const client = connect(Number(new URL(server.address).port), '127.0.0.1')
  onTestFinished(() => void client.destroy())
  client.on('error', () => {})
  client.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(times))
  return client
}

async function answersOf(client: Socket, enough: number): Promise<number> {
  let received = ''
  client.on('data', (chunk) => (received += chunk))
  const count = () => received.split('HTTP/1.1 200').length - 1
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
  const has = new Promise<void>((resolve) => client.on('data', () => count() >= enough && resolve()))
  await Promise.race([closed, has])
  return count()
}

test('a client that sends four requests at once gets four answers', async () => {
  expect(await answersOf(pipeline('/health', 4), 4)).toBe(4)
})

test('a client that sends hundreds at once loses its connection, and others are answered', async () => {
  expect(await answersOf(pipeline('/en/card', 300), 300)).toBeLessThan(20)
  expect(await (await fetch(`${server.address}/health`)).text()).toBe('alive')
})

test.skipIf(process.platform !== 'linux')('clients that read nothing fill no memory', async () => {
  const clients = Array.from({ length: 100 }, () => pipeline('/en/card', 300).pause())
  await Promise.all(clients.map((client) => new Promise((resolve) => client.once('connect', resolve))))
  expect(await (await fetch(`${server.address}/health`)).text()).toBe('alive')
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? []
  expect(Number(kilobytes)).toBeLessThan(300 * 1024)
})
