/** Why there is no certificate to read. (How long one is good is read from the certificate of a real proxy only.) */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { readCertificate } from '../../src/doctor/read-certificate.ts'
import { freePort } from '../support/free-port.ts'

test('nobody listens', async () => {
  expect(await readCertificate(`https://127.0.0.1:${await freePort()}`)).toEqual({
    ok: false,
    code: 'ECONNREFUSED',
  })
})

test('who listens speaks no TLS', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  expect(await readCertificate(`https://127.0.0.1:${port}`)).toMatchObject({ ok: false })
})
