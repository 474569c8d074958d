/** The demo, which checks no signatures, answers its own machine only. */
import { describe, expect, test } from 'vitest'
import { startTestServer } from '../support/server.ts'

const call = { CallSid: 'CA1', From: '+15555550111', To: '+15555550100' }
const demo = () => startTestServer({ settings: { authTokens: [], publicUrl: null } })
const SENTENCE = 'This is a demo, for its own machine only: set TWILIO_AUTH_TOKEN to open it to others.'

describe('the demo answers', () => {
  test.each([
    'http://localhost',
    'http://localhost:3000',
    'http://LOCALHOST:8080',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
  ])('%s', async (host) => {
    const { app } = await demo()
    expect((await app.request(`${host}/en`)).status).toBe(200)
    const answer = await app.request(`${host}/voice`, { method: 'POST', body: new URLSearchParams(call) })
    expect(await answer.text()).toContain('<Response>')
  })
})

describe('the demo refuses with one sentence', () => {
  test.each([
    'https://line.example.org',
    'http://evil.example.org:3000',
    'http://localhost.evil.example.org',
    'http://127.0.0.1.nip.io:3000',
    'http://192.168.1.20:3000',
    'http://0.0.0.0:3000',
    'http://[::ffff:7f00:1]:3000',
    'http://localhost.:3000',
  ])('whoever calls it %s', async (host) => {
    const { app } = await demo()
    for (const path of ['/voice', '/sms', '/en', '/usage', '/metrics', '/health', '/phone']) {
      const answer = await app.request(host + path, { method: path === '/voice' ? 'POST' : 'GET' })
      expect([answer.status, await answer.text()], path).toEqual([403, SENTENCE])
    }
  })

  test.each([
    { 'X-Forwarded-For': '203.0.113.9' },
    { 'x-forwarded-for': '127.0.0.1' },
    { 'X-Forwarded-Host': 'line.example.org' },
    { 'X-Forwarded-Proto': 'https' },
    { Forwarded: 'for=203.0.113.9' },
    { Via: '1.1 Caddy' },
    { 'X-Real-IP': '203.0.113.9' },
    { 'CF-Connecting-IP': '203.0.113.9' },
    { 'CF-Ray': '1' },
    { 'True-Client-IP': '203.0.113.9' },
    { 'X-Amzn-Trace-Id': 'Root=1' },
    { 'Fly-Client-IP': '203.0.113.9' },
    { 'X-Original-URL': '/voice' },
    { 'X-Forwarded-For': '' },
    { 'X-Twilio-Signature': 'L/OH5YylLD5NRKLltdqwSvS0BnU=' },
  ])('what a proxy passes on, with %o', async (headers) => {
    const { app, counted } = await demo()
    const body = new URLSearchParams(call)
    const answer = await app.request('http://localhost/voice', { method: 'POST', headers, body })
    expect([answer.status, await answer.text()]).toEqual([403, SENTENCE])
    expect((await app.request('http://localhost/usage', { headers })).status).toBe(403)
    expect(await counted()).toEqual({})
  })
})

test('the demo refuses what nginx passes on by HTTP/1.0, without a header that says so', async () => {
  const { app } = await demo()
  const ask = (httpVersion: string) =>
    app.request('http://127.0.0.1:3000/voice', {}, { incoming: { httpVersion } })
  expect((await ask('1.0')).status).toBe(403)
  expect((await ask('1.1')).status).toBe(200)
})

test('a line with a token answers under any name, through any proxy', async () => {
  const { app, post } = await startTestServer()
  const headers = { 'x-forwarded-for': '203.0.113.9', via: '1.1 Caddy' }
  expect((await app.request('https://line.example.org/en', { headers })).status).toBe(200)
  expect((await post('/voice', call, headers)).status).toBe(200)
})
