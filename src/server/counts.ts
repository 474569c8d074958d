/**
 * Counts on Node: the recorder over the database that the settings name, and the files in which counts wait that could not
 * be written before a server ended.
 *
 * @example
 * const counts = await openCounts(config, root, log)
 * await counts.close()
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { createUsageRecorder } from '../usage/recorder.ts'
import { readSpools, removeSpools, writeSpool } from '../usage/spool.ts'
import { openStore } from '../usage/stores/open.ts'
import { refuseUnusableFiles } from '../usage/stores/refuse-files.ts'

/** Half a second, so that with the time a write takes a killed server loses less than one. */
const FLUSH_MS = 500
const WRITE_MS = 3000

/** Rejects with a sentence for the operator if the database can never be opened. `root` is the folder that holds `dist/` and `drizzle/`. */
export async function openCounts(
  { databaseUrl, spoolPrefix }: Pick<Config, 'databaseUrl' | 'spoolPrefix'>,
  root: string,
  log: Logger,
) {
  await refuseUnusableFiles(databaseUrl)
  const worker = join(root, 'dist', 'usage', 'stores', 'sqlite-worker.js')
  const usage = createUsageRecorder({
    open: () => openStore(databaseUrl, join(root, 'drizzle'), worker),
    now: Date.now,
    newId: randomUUID,
    onError: (message) => log.warn({ problem: message }, 'The counts cannot be written; they wait in memory'),
  })
  const left = await readSpools(spoolPrefix)
  for (const file of left.unreadable)
    log.error({ file }, 'A file with counts of an earlier run cannot be read')
  // The files go once they are written: the database remembers their ids for a day only.
  void usage.restore(left.unwritten).then(() => removeSpools(left.files))
  // Not awaited: a database that is slow to answer, or gone, must not keep the line from answering.
  void usage.flush()
  const flushing = setInterval(() => void usage.flush(), FLUSH_MS)

  const keepUnwritten = async () => {
    const unwritten = usage.unwritten()
    if (usage.waiting() === 0 && unwritten.stops.length === 0) return
    try {
      const file = await writeSpool(spoolPrefix, randomUUID(), unwritten)
      log.warn({ file }, 'Counts that could not be written wait in a file for the next start')
      await removeSpools(left.files)
    } catch (error) {
      const file = `${spoolPrefix}.log.spool.json`
      // Not `fatal`, which does not return until it is written.
      log.error(
        { file, unwritten, problem: String(error) },
        'Counts could not be written: put them into the file',
      )
    }
  }
  return {
    usage,
    /** Writes what waits: to the database, else to a file for the next start, else to the log. */
    async close(): Promise<void> {
      clearInterval(flushing)
      await Promise.race([usage.close(), delay(WRITE_MS)])
      await keepUnwritten()
    },
  }
}
