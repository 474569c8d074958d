/** A fault, survived: people call before, while and after something fails, and a row of docs/reliability.md says how. */
import { createClient } from '@libsql/client'
import postgres from 'postgres'
import { expect, type TestContext } from 'vitest'
import { createPeople, type People } from './people.ts'
import type { Server } from './server.ts'

/** A row of docs/reliability.md; report.ts writes it. */
export interface Fault {
  /** What failed, and by what means. */
  readonly fault: string
  /** What callers heard and texters read. */
  readonly heard: string
  /** The slowest answer while it failed, in milliseconds. */
  readonly slowest: number
  /** Calls and texts that were answered. */
  readonly asked: number
  /** Calls and texts that were counted in the end. */
  readonly counted: number
}

declare module 'vitest' {
  interface TaskMeta {
    fault?: Fault
  }
}

export interface Trial {
  readonly fault: string
  readonly server: Server
  readonly begin: () => unknown
  readonly end: () => unknown
  /** Calls and texts in the database. */
  readonly count: () => Promise<number>
}

const PEOPLE = 20
const TWILIO_MS = 15_000
const COUNT = "select coalesce(sum(count), 0) as count from counters where event in ('call', 'message')"
/** For a database to be back. */
export const BACK = { timeout: 40_000, interval: 200 }

/** For `/ready` to tell that a database has failed. */
const READY_MS = 10_000

export async function survive(
  task: TestContext['task'],
  { fault, server, begin, end, count }: Trial,
): Promise<void> {
  const [before, during, after] = [1, 2, 3].map(() => createPeople(server.post)) as [People, People, People]
  await before.ask(PEOPLE)
  await expect.poll(count, BACK).toBe(before.asked)
  await begin()
  await during.ask(PEOPLE)
  // All have their answer, and the database still has nothing of it.
  expect(await count()).toBe(before.asked)
  const ready = async () => (await fetch(`${server.address}/ready`)).status
  await expect.poll(ready, { timeout: READY_MS, interval: 200 }).toBe(503)
  await end()
  await after.ask(PEOPLE)
  const asked = before.asked + during.asked + after.asked
  await expect.poll(count, BACK).toBe(asked)
  await expect.poll(ready, BACK).toBe(200)
  expect(await server.end()).toBe(0)
  record(task, fault, { asked, slowest: during.slowest }, await count())
}

/** Fails where not all was counted that was asked, or more, but for what may be lost. */
export function record(
  task: TestContext['task'],
  fault: string,
  { asked, slowest }: Pick<People, 'asked' | 'slowest'>,
  counted: number,
  { heard = 'what they asked for, in their language', mayLose = false } = {},
): void {
  if (!mayLose) expect(counted).toBe(asked)
  // Twilio's own limit; ours is far below it, and is in the table, for a test must not fail on a busy machine.
  expect(slowest).toBeLessThan(TWILIO_MS)
  task.meta.fault = { fault, heard, slowest, asked, counted }
}

/** Calls and texts in a database. */
export async function countIn(url: string): Promise<number> {
  if (url.startsWith('file:')) return countInSqlite(url)
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await client.unsafe(COUNT)
    return Number(row?.count)
  } finally {
    await client.end()
  }
}

async function countInSqlite(url: string): Promise<number> {
  const client = createClient({ url })
  try {
    const { rows } = await client.execute(COUNT)
    return Number(rows[0]?.count)
  } finally {
    client.close()
  }
}
