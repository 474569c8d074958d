/** Databases that fail in the middle: nothing is lost while the process lives, and nothing is counted twice. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tally } from '../../../src/line/tally.ts'
import { createUsageRecorder } from '../../../src/usage/recorder.ts'
import { openStore } from '../../../src/usage/stores/open.ts'
import { startPostgres, type TestPostgres } from '../../support/postgres.ts'
import { startProxy } from '../../support/proxy.ts'
import { root } from '../../support/root.ts'

const drizzle = join(root, 'drizzle')
const folder = mkdtempSync(join(tmpdir(), 'plainline-'))
let postgres: TestPostgres

beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

function usageOver(url: string) {
  const errors: string[] = []
  const usage = createUsageRecorder({
    open: () => openStore(url, drizzle),
    now: () => 3_600_000,
    newId: randomUUID,
    onError: (message) => errors.push(message),
  })
  return { usage, errors }
}

async function total(url: string): Promise<number> {
  const store = await openStore(url, drizzle)
  const rows = await store.read(0, 10)
  await store.close()
  return rows.reduce((sum, { count }) => sum + count, 0)
}

describe('a SQLite file', () => {
  test('that another program has locked is written when it is free', async () => {
    const url = `file:${join(folder, 'locked.db')}`
    const { usage, errors } = usageOver(url)
    await usage.flush()
    const other = createClient({ url })
    const lock = await other.transaction('write')
    await lock.execute("insert into stops (mark) values ('somebody else writes')")
    usage.count('voice', 'en', [tally('call')])
    await usage.flush()
    expect(usage.waiting()).toBe(1)
    expect(errors.join()).toMatch(/locked|busy/i)
    await lock.rollback()
    other.close()
    await usage.flush()
    expect(usage.waiting()).toBe(0)
    await usage.close()
    expect(await total(url)).toBe(1)
  })
})

describe('PostgreSQL', () => {
  // The driver asks, signs in, begins, writes and commits: a connection may break after each of its answers.
  test.each(['end', 'reset'] as const)(
    'over a fresh connection that breaks at any moment (%s) has counted once, and nothing escapes',
    async (how) => {
      const direct = await postgres.database(`moments${how}`)
      const escaped: unknown[] = []
      const note = (error: unknown) => void escaped.push(error)
      process.on('uncaughtExceptionMonitor', note)
      const isBroken = async (answer: number) => {
        const proxy = await startProxy(direct)
        proxy.breakAt(answer, how)
        const { usage } = usageOver(proxy.url)
        usage.count('voice', 'en', [tally('call')])
        usage.setStopped(`mark ${answer}`, true)
        for (let flushes = 0; flushes < 5 && usage.lastError() !== null; flushes += 1) await usage.flush()
        expect([usage.waiting(), usage.lastError()]).toEqual([0, null])
        await usage.close()
        proxy.stop()
        return proxy.cuts() > 0
      }
      let moments = 0
      while (await isBroken(moments + 1)) moments += 1
      expect(moments).toBeGreaterThan(10)
      expect(await total(direct)).toBe(moments + 1)
      process.off('uncaughtExceptionMonitor', note)
      expect(escaped).toEqual([])
    },
  )

  test('whose connection drops with the answer to a commit has counted once', async () => {
    const direct = await postgres.database('dropped')
    const proxy = await startProxy(direct)
    const { usage, errors } = usageOver(proxy.url)
    await usage.flush()
    usage.count('voice', 'en', [tally('call'), tally('open', 'main')])
    proxy.cutAtCommit()
    await usage.flush()
    expect({ cuts: proxy.cuts(), waiting: usage.waiting() }).toEqual({ cuts: 1, waiting: 2 })
    // It is counted already, and the line cannot know.
    expect(await total(direct)).toBe(2)
    await usage.flush()
    expect(usage.waiting()).toBe(0)
    expect(errors.length).toBeGreaterThan(0)
    await usage.close()
    proxy.stop()
    expect(await total(direct)).toBe(2)
  })

  test('that cannot be reached leaves the counts waiting, and the reason to be read', async () => {
    const { usage } = usageOver('postgres://plainline@127.0.0.1:1/none')
    usage.count('voice', 'en', [tally('call')])
    await usage.flush()
    expect(usage.lastError()).toMatch(/ECONNREFUSED/)
    expect(usage.unwritten().batches.length).toBe(1)
    await usage.close()
  })
})
