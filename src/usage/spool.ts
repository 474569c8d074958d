/**
 * What could not be written when a server ended, in a file that the next start reads: counts, and changes to the stop
 * list. It holds no more than the database would. Each server writes a file of its own, for an old one may end while a
 * new one runs beside it.
 *
 * @example
 * await writeSpool('plainline', randomUUID(), usage.unwritten()) // 'plainline.0b54….spool.json'
 * const { files, unwritten, unreadable } = await readSpools('plainline')
 */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Batch, StopChange } from './stores/store.ts'

export interface Unwritten {
  /** With their ids, so that none is counted twice, also where this file is read twice. */
  readonly batches: readonly Batch[]
  readonly stops: readonly StopChange[]
}

export interface Spools {
  readonly files: readonly string[]
  /** What all of them hold. */
  readonly unwritten: Unwritten
  /** Files that are broken. */
  readonly unreadable: readonly string[]
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

/** `place` is how the paths of the files begin. Never rejects: what an earlier server left must not keep this one from answering. */
export async function readSpools(place: string): Promise<Spools> {
  const names = await readdir(dirname(place)).catch(() => [])
  const own = names.filter((name) => name.startsWith(`${basename(place)}.`) && name.endsWith('.spool.json'))
  const found = await Promise.all(
    own.map(async (name) => {
      const file = join(dirname(place), name)
      return { file, content: await readSpool(file).catch(() => null) }
    }),
  )
  const contents = found.flatMap(({ content }) => content ?? [])
  return {
    files: found.filter(({ content }) => content).map(({ file }) => file),
    unwritten: {
      batches: contents.flatMap(({ batches }) => batches),
      stops: contents.flatMap(({ stops }) => stops),
    },
    unreadable: found.filter(({ content }) => !content).map(({ file }) => file),
  }
}

/** Whole or not at all: the file gets its name when all is in it. */
export async function writeSpool(place: string, id: string, content: Unwritten): Promise<string> {
  const file = `${place}.${id}.spool.json`
  const part = `${file}.part`
  try {
    await writeFile(part, JSON.stringify(content))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return file
}

export async function removeSpools(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true })
}

async function readSpool(file: string): Promise<Unwritten> {
  return unwritten.parse(JSON.parse(await readFile(file, 'utf8'))) as Unwritten
}
