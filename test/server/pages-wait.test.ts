/** Pages wait for calls: few are answered in each turn of the event loop. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createPagesWait, SEARCHES_A_TURN } from '../../src/server/pages-wait.ts'
import { startTestServer } from '../support/server.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('a call that comes after a hundred pages is answered before nearly all of them, and no page is forgotten', async () => {
  const app = new Hono()
  app.post('/voice', (c) => c.text('call'))
  app.get('*', createPagesWait())
  app.get('/page', (c) => c.text('page'))
  const answered: string[] = []
  const ask = async (path: string, method = 'GET') => {
    answered.push(await (await app.request(path, { method })).text())
  }
  const pages = Array.from({ length: 100 }, () => ask('/page'))
  await turn()
  const call = ask('/voice', 'POST')
  await turn()
  await call
  expect(answered.indexOf('call')).toBeGreaterThanOrEqual(0)
  expect(answered.indexOf('call')).toBeLessThan(20)
  await Promise.all(pages)
  expect(answered.length).toBe(101)
  await ask('/page')
  await ask('/page')
})

test('a call that comes after thirty searches is answered before nearly all of them', async () => {
  const { app, post } = await startTestServer({ more: { searchesWait: createPagesWait(SEARCHES_A_TURN) } })
  const answered: string[] = []
  const search = async () => {
    const response = await app.request('/en/search', {
      method: 'POST',
      body: new URLSearchParams({ asked: 'bone' }),
    })
    answered.push(`search ${response.status}`)
  }
  const searches = Array.from({ length: 30 }, search)
  await turn()
  await post('/voice', { CallSid: 'CA1', From: '+15555550111', To: '+15555550100' })
  answered.push('call')
  await Promise.all(searches)
  expect(answered.indexOf('call')).toBeLessThan(10)
  expect(answered.filter((each) => each === 'search 200').length).toBe(30)
})

test('pages that nobody waits for any more have an end', async () => {
  const app = new Hono()
  app.get('*', createPagesWait())
  app.get('/page', (c) => c.text('page'))
  const statuses = await Promise.all(
    Array.from({ length: 3000 }, async () => (await app.request('/page')).status),
  )
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(1000)
  expect((await app.request('/page')).status).toBe(200)
})
