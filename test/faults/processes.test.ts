/** Servers that are ended, killed, starved of memory, or whose clock jumps. */
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTexter } from '../../src/simulator/texter.ts'
import { countIn, record } from './fault.ts'
import { createPeople, somebody } from './people.ts'
import { folder, type Server, serve } from './server.ts'

const TEXTERS = 20
/** To one number in five minutes; then it is held back. */
const MOST_REPLIES = 10
const DAYS_MS = 3 * 24 * 60 * 60 * 1000
const SOME = { timeout: 20_000, interval: 20 }

const newDatabase = () => `file:${join(folder(), 'plainline.db')}`

test('SIGTERM under load', async ({ task }) => {
  const database = newDatabase()
  const server = await serve(database)
  const people = createPeople(server.post)
  const gone = people.askUntilGone(TEXTERS)
  await expect.poll(() => people.asked, SOME).toBeGreaterThan(200)
  expect(await server.end('SIGTERM')).toBe(0)
  await gone
  record(task, 'SIGTERM under load', people, await countIn(database), {
    heard:
      'what they asked for, for three more seconds; who comes later finds nobody, and Twilio turns to another server or its fallback URL',
  })
})

test('kill -9 under load', async ({ task }) => {
  const database = newDatabase()
  const server = await serve(database)
  const people = createPeople(server.post)
  const gone = people.askUntilGone(TEXTERS)
  await expect.poll(() => countIn(database), SOME).toBeGreaterThan(200)
  const written = await countIn(database)
  await server.end('SIGKILL')
  await gone
  const counted = await countIn(database)
  expect(counted).toBeGreaterThanOrEqual(written)
  // It starts again over what is left, and goes on.
  const next = await serve(database)
  const others = createPeople(next.post)
  await others.ask(10)
  expect(await next.end()).toBe(0)
  expect(await countIn(database)).toBe(counted + others.asked)
  record(task, 'kill -9 under load', people, counted, {
    heard: 'what they asked for, until the end; then as above',
    mayLose: true,
  })
})

test('little memory', async ({ task }) => {
  const database = newDatabase()
  const server = await serve(database, { node: ['--max-old-space-size=128'] })
  const people = createPeople(server.post)
  const junk = `Body=${'x'.repeat(60_000)}`
  const flood = Promise.all(
    Array.from({ length: 10 }, async () => {
      for (let time = 0; time < 50; time += 1) {
        const forged = await fetch(`${server.address}/sms`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: `${junk}${time}`,
        })
        expect(forged.status).toBe(403)
      }
    }),
  )
  for (let time = 0; time < 10; time += 1) await people.ask(10)
  await flood
  expect(await server.end()).toBe(0)
  record(
    task,
    'Little memory (128 MB of heap) under a flood of forged forms of 60 KB',
    people,
    await countIn(database),
  )
})

/** The clock of a server that was started with clock.mjs. */
async function setClock({ process: child }: Server, milliseconds: number): Promise<void> {
  const set = once(child, 'message')
  child.send(milliseconds)
  await set
}

test('a clock that jumps', async ({ task }) => {
  const database = newDatabase()
  const server = await serve(database, {
    node: ['--import', new URL('clock.mjs', import.meta.url).href],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const people = createPeople(server.post)
  await people.ask(10)
  await setClock(server, DAYS_MS)
  await people.ask(10)
  const eager = createTexter(server.post, somebody())
  const replies = async () => (await eager.send('HUESOS')).replies.join()
  for (let text = 0; text < MOST_REPLIES; text += 1) await replies()
  expect(await replies()).toBe('')
  await setClock(server, -2 * DAYS_MS)
  await people.ask(10)
  // Who was held back before is not held back for days.
  expect(await replies()).toContain('Huesos')
  expect(await server.end()).toBe(0)
  record(
    task,
    'The clock jumps: three days forward, then six back',
    people,
    (await countIn(database)) - MOST_REPLIES - 1,
  )
})
