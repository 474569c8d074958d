/**
 * Spool files: what a server could not write before it ended, for the next start to read. They hold counts and changes to
 * the stop list, no more than the database would. Each server writes a file of its own, because an old server may end
 * while a new one runs beside it.
 *
 * @example
 * await writeSpool('plainline', randomUUID(), usage.unwritten()) // 'plainline.0b54….spool.json'
 * const { files, unwritten, unreadable } = await readSpools('plainline')
 */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
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

/** People edit these files. What a database refuses for ever would hold up all that comes after it. */
const text = z.string().regex(/^[^\0]*$/)
const counterSchema = z.object({
  hour: z.int32(),
  channel: z.enum(['voice', 'sms']),
  locale: text,
  event: z.custom<TallyEvent>((value) => text.safeParse(value).success),
  subject: text,
  count: z.int32().positive(),
})
const countersSchema = z.array(counterSchema).refine((counters) => {
  const keys = counters.map((counter) => JSON.stringify({ ...counter, count: 0 }))
  return new Set(keys).size === keys.length
})
const unwrittenSchema = z.object({
  batches: z.array(z.object({ id: text, counters: countersSchema })),
  // Version 0.1 wrote no times.
  stops: z.array(z.tuple([text, z.boolean(), z.int().default(0)])),
})

/** `prefix` is the beginning of the files' paths. Never rejects: a file of an earlier run must not stop this one from answering. */
export async function readSpools(prefix: string) {
  const folder = dirname(prefix)
  const names = await readdir(folder).catch(() => [])
  const own = names.filter((name) => name.startsWith(`${basename(prefix)}.`) && name.endsWith(EXTENSION))
  const spools = await Promise.all(
    own.map(async (name) => {
      const file = join(folder, name)
      return { file, content: await readSpool(file).catch(() => null) }
    }),
  )
  const contents = spools.flatMap(({ content }) => content ?? [])
  return {
    files: spools.filter(({ content }) => content).map(({ file }) => file),
    /** The content of all these files together. */
    unwritten: {
      batches: contents.flatMap(({ batches }) => batches),
      stops: contents.flatMap(({ stops }) => stops),
    },
    /** Files that are broken. */
    unreadable: spools.filter(({ content }) => !content).map(({ file }) => file),
  }
}

/** Writes all or nothing: the file gets its name only when its whole content is on the disk, also after a power cut. */
export async function writeSpool(prefix: string, id: string, content: Unwritten): Promise<string> {
  const file = `${prefix}.${id}${EXTENSION}`
  const unfinished = `${file}.part`
  try {
    await writeFile(unfinished, JSON.stringify(content), { flush: true })
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return file
}

export async function removeSpools(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true })
}

async function readSpool(file: string): Promise<Unwritten> {
  return unwrittenSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}
