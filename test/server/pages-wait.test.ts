/** Pages wait for calls: few are answered in each turn of the event loop. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createPagesWait } from '../../src/server/pages-wait.ts'

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
