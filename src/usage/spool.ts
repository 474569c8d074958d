/**
 * What could not be written when the server ended, in a file that the next start reads: counts, and changes to the
 * stop list. It holds no more than the database would.
 *
 * @example
 * await writeSpool('plainline.spool.json', usage.unwritten())
 * usage.restore(await readSpool('plainline.spool.json'))
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Batch, StopChange } from './store.ts'

export interface Unwritten {
  /** With their ids, so that none is counted twice, also where this file is read twice. */
  readonly batches: readonly Batch[]
  readonly stops: readonly StopChange[]
}

const counter = z.object({
  hour: z.number(),
  channel: z.enum(['voice', 'sms']),
  locale: z.string(),
  event: z.string(),
  subject: z.string(),
  count: z.number(),
})
const unwritten = z.object({
  batches: z.array(z.object({ id: z.string(), counters: z.array(counter) })),
  stops: z.array(z.tuple([z.string(), z.boolean()])),
})

/** Nothing where there is no spool file. Rejects where there is one that cannot be read. */
export async function readSpool(file: string): Promise<Unwritten | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? null : (unwritten.parse(JSON.parse(text)) as Unwritten)
}

export async function writeSpool(file: string, content: Unwritten): Promise<void> {
  await writeFile(file, JSON.stringify(content))
}

export async function removeSpool(file: string): Promise<void> {
  await rm(file, { force: true })
}
