/**
 * Counts on Node: the recorder over the database that the settings name, and the files in which counts wait that could not
 * be written before a server ended.
 *
 * @example
 * const counts = await openCounts(config, root, log)
 * await counts.close(delay(5000, false))
 */
import { randomUUID } from 'node:crypto'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { createUsageRecorder } from '../usage/recorder.ts'
import { writeSpool } from '../usage/spool.ts'
import { openStore } from '../usage/stores/open.ts'
import { refuseUnusableFiles } from '../usage/stores/refuse-files.ts'
import { restoreSpools } from './restore-spools.ts'

/** Half a second, so that with the time a write takes a killed server loses less than one. */
const FLUSH_MS = 500
const WRITE_MS = 2000
const SPOOL_MS = 500
const OWNER_ONLY = 0o600

/** Rejects with a sentence for the operator if the database can never be opened. `root` is the folder that holds `dist/` and `drizzle/`. */
export async function openCounts(
  { databaseUrl, spoolPrefix }: Pick<Config, 'databaseUrl' | 'spoolPrefix'>,
  root: string,
  log: Logger,
) {
  await refuseUnusableFiles(databaseUrl)
  const workerFile = join(root, 'dist', 'usage', 'stores', 'sqlite-worker.js')
  const isFile = databaseUrl.startsWith('file:')
  // SQLite gives new files the access of the database; earlier versions let everybody read it.
  if (isFile)
    for (const end of ['', '-journal', '-wal', '-shm'])
      await chmod(spoolPrefix + end, OWNER_ONLY).catch(() => {})
  let isReopened = false
  const usage = createUsageRecorder({
    async open() {
      const store = await openStore(databaseUrl, join(root, 'drizzle'), { workerFile, isReopened })
      isReopened = true
      return store
    },
    now: Date.now,
    newId: randomUUID,
    onError: (message) => log.warn({ problem: message }, 'The counts cannot be written; they wait in memory'),
  })
  // Not awaited: a database that is slow to answer, or gone, must not keep the line from answering.
  const restored = restoreSpools(spoolPrefix, usage, log)
  void restored.then(usage.flush)
  const flushing = setInterval(() => void usage.flush(), FLUSH_MS)

  const spoolId = randomUUID()
  let spool: string | null = null
  let spooled = Promise.resolve()
  /** Writes what waits into a file, again into the same one; removes the file once nothing waits. */
  const spoolUnwritten = async () => {
    const unwritten = usage.unwritten()
    if (unwritten.batches.length + unwritten.stops.length > 0)
      spool = await writeSpool(spoolPrefix, spoolId, unwritten)
    else if (spool) {
      await rm(spool)
      spool = null
    }
  }
  /** In case that the process is killed before it has closed. */
  const prepareToClose = () => {
    spooled = spooled.then(spoolUnwritten).catch(() => {})
  }
  const keepUnwritten = async () => {
    const timeout = delay(SPOOL_MS).then(() => Promise.reject(new Error('The disk does not answer')))
    try {
      await Promise.race([spooled.then(spoolUnwritten), timeout])
      if (spool)
        log.warn({ file: spool }, 'Counts that could not be written wait in a file for the next start')
    } catch (error) {
      const file = `${spoolPrefix}.log.spool.json`
      // Not `fatal`, which does not return until it is written.
      log.error(
        { file, unwritten: usage.unwritten(), problem: String(error) },
        'Counts could not be written: put them into the file',
      )
    }
  }
  return {
    usage,
    prepareToClose,
    /**
     * Writes what waits: to the database, else to a file for the next start, else to the log. Waits for SQLite to return from
     * its last call, and gives false if it has not when `timeout` resolves.
     */
    async close(timeout: Promise<false>): Promise<boolean> {
      clearInterval(flushing)
      const closed = restored.then(usage.close).then(() => true)
      const isInTime = await Promise.race([closed, delay(WRITE_MS, false)])
      prepareToClose()
      const isIdle = isInTime || !isFile || (await Promise.race([closed, timeout]))
      await keepUnwritten()
      return isIdle
    },
  }
}
