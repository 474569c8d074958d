/**
 * Spool files: what a server could not write before it ended, for the next start to read. They hold counts and changes to
 * the stop list, no more than the database would. Each server writes a file of its own, because an old server may end
 * while a new one runs beside it.
 *
 * @example
 * await writeSpool('plainline', randomUUID(), usage.unwritten()) // 'plainline.0b54….spool.json'
 * const { spools, unreadable } = await readSpools('plainline')
 */
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { TallyEvent } from '../line/tally.ts'
import type { Batch, StopChange } from './stores/store.ts'

export interface Unwritten {
  /** With their ids, so that a batch is counted once even if its file is read twice. */
  readonly batches: readonly Batch[]
  readonly stops: readonly StopChange[]
}

const EXTENSION = '.spool.json'
/** While a file is written. One that stays is of a server that was killed meanwhile: it is whole, or no JSON. */
const UNFINISHED = '.part'
const ENDS = [EXTENSION, EXTENSION + UNFINISHED]
const OWNER_ONLY = 0o600

/** What a database takes, and no more: a batch that it refused would wait in its file for ever. */
const text = z.string().regex(/^[^\p{Cc}]{0,200}$/u)
const number = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
// Strict: the file of a newer version may hold what this one would lose when it removes the file.
const counterSchema = z.strictObject({
  hour: number,
  channel: z.enum(['voice', 'sms']),
  locale: text,
  event: z.custom<TallyEvent>((value) => text.safeParse(value).success),
  subject: text,
  count: number,
})
/** PostgreSQL adds to each counter once in a statement. */
const countersSchema = z.array(counterSchema).refine((counters) => {
  const keys = counters.map((counter) => JSON.stringify({ ...counter, count: 0 }))
  return new Set(keys).size === keys.length
})
const unwrittenSchema = z.strictObject({
  batches: z.array(z.strictObject({ id: text, counters: countersSchema })),
  // Version 0.1 wrote no times.
  stops: z.array(z.tuple([text, z.boolean(), z.int().default(0)])),
})

interface Spool {
  readonly file: string
  readonly content: Unwritten
}

/** `prefix` is the beginning of the files' paths. Never rejects: a file of an earlier run must not stop this one from answering. */
export async function readSpools(prefix: string) {
  const folder = dirname(prefix)
  const names = await readdir(folder).catch(() => [])
  const own = names.filter(
    (name) => name.startsWith(`${basename(prefix)}.`) && ENDS.some((end) => name.endsWith(end)),
  )
  const read = await Promise.all(
    own.map(async (name) => {
      const file = join(folder, name)
      return { file, content: await readSpool(file).catch(() => null) }
    }),
  )
  return {
    spools: read.flatMap(({ file, content }): Spool[] => (content ? [{ file, content }] : [])),
    /** Files that are broken, or that only another user may read. */
    unreadable: read.filter(({ content }) => !content).map(({ file }) => file),
  }
}

/** Writes all or nothing: the file gets its name only when its whole content is on the disk, also after a power cut. */
export async function writeSpool(prefix: string, id: string, content: Unwritten): Promise<string> {
  const file = `${prefix}.${id}${EXTENSION}`
  const unfinished = file + UNFINISHED
  try {
    await writeFile(unfinished, JSON.stringify(content), { flush: true, mode: OWNER_ONLY })
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
  return file
}

async function readSpool(file: string): Promise<Unwritten> {
  // To read a pipe would wait for ever.
  if (!(await stat(file)).isFile()) throw new Error('not a file')
  return unwrittenSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}
