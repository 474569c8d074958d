/** The stop list over two servers: what a person asked for last holds, whichever server heard it, and however late it is written. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tally } from '../../src/line/tally.ts'
import { createUsageRecorder } from '../../src/usage/recorder.ts'
import { openLibsql } from '../../src/usage/stores/libsql.ts'
import { root } from '../support/root.ts'

const MINUTE = 60_000

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const clock = { now: 1_790_000_000_000 }
  const open = () => openLibsql(`file:${join(folder, 'plainline.db')}`, join(root, 'drizzle', 'sqlite'))
  /** Whether its cable to the database is cut. */
  const server = () => {
    const cable = { cut: false }
    const usage = createUsageRecorder({
      open: () => (cable.cut ? Promise.reject(new Error('cut')) : open()),
      now: () => clock.now,
      newId: randomUUID,
      onError: () => {},
    })
    return { ...usage, cable }
  }
  const listed = async () => {
    const store = await open()
    const marks = (await store.stopped()).map(([mark]) => mark)
    await store.close()
    return marks
  }
  return { clock, server, listed }
}

test('a stop on one server and a topic on another a moment later leave nobody listed', async () => {
  const { clock, server, listed } = setUp()
  const [one, other] = [server(), server()]
  for (const usage of [one, other]) await usage.flush()
  one.setStopped('mark', true)
  await one.flush()
  expect(await listed()).toEqual(['mark'])
  clock.now += 1000
  other.setStopped('mark', false)
  await other.flush()
  expect(await listed()).toEqual([])
  for (const usage of [one, other]) await usage.close()
})

test('a topic that is written late does not undo a stop that was asked for since', async () => {
  const { clock, server, listed } = setUp()
  const [one, other] = [server(), server()]
  one.cable.cut = true
  one.setStopped('mark', false)
  await one.flush()
  clock.now += 1000
  other.setStopped('mark', true)
  await other.flush()
  one.cable.cut = false
  await one.flush()
  expect(await listed()).toEqual(['mark'])
  for (const usage of [one, other]) await usage.close()
})

test('a stop that is written late does not list a number that has texted another server since', async () => {
  const { clock, server, listed } = setUp()
  const [one, other] = [server(), server()]
  one.cable.cut = true
  one.setStopped('mark', true)
  await one.flush()
  clock.now += 1000
  other.setStopped('mark', false)
  await other.flush()
  one.cable.cut = false
  await one.flush()
  clock.now += MINUTE
  for (let flushes = 0; flushes < 2; flushes += 1) {
    other.setStopped('somebody else', false)
    await other.flush()
  }
  expect(await listed()).toEqual([])
  for (const usage of [one, other]) await usage.close()
})

test('a server whose clock was set back learns of the stops that another one hears', async () => {
  const { clock, server } = setUp()
  const [one, other] = [server(), server()]
  for (const usage of [one, other]) await usage.flush()
  clock.now -= 24 * 60 * MINUTE
  one.setStopped('mark', true)
  await one.flush()
  other.count('sms', 'en', [tally('message')])
  await other.flush()
  expect(other.isStopped('mark')).toBe(true)
  for (const usage of [one, other]) await usage.close()
})

test('of what an earlier run left, a newer wish of the same number holds', async () => {
  const { clock, server, listed } = setUp()
  const [left, next] = [server(), server()]
  left.setStopped('mark', true)
  left.setStopped('other', true)
  const { stops } = left.unwritten()
  clock.now += 1000
  next.setStopped('mark', false)
  next.restore({ batches: [], stops }, { onWritten: async () => {}, onRefused: expect.unreachable })
  await next.flush()
  expect(await listed()).toEqual(['other'])
  await next.close()
})
