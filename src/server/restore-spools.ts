/**
 * Hands the counts in spool files to the recorder, and removes each file once its counts are in the database. What goes wrong
 * is named once in the log, and stops nothing.
 *
 * @example
 * await restoreSpools('plainline', usage, log)
 */
import { access, constants, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Logger } from 'pino'
import type { BufferedRecorder } from '../usage/recorder.ts'
import { readSpools, type Unwritten } from '../usage/spool.ts'
import { BATCH_HOURS } from '../usage/stores/store.ts'

const HOUR_MS = 3_600_000

/** Never rejects. `prefix` is the beginning of the files' paths. */
export async function restoreSpools(
  prefix: string,
  usage: Pick<BufferedRecorder, 'restore'>,
  log: Logger,
): Promise<void> {
  const { spools, unreadable } = await readSpools(prefix)
  for (const file of unreadable)
    log.error({ file }, 'A file with counts of an earlier run cannot be read; it is left as it is')
  const isWritable = await access(dirname(prefix), constants.W_OK).then(
    () => true,
    () => false,
  )
  for (const { file, content } of spools) {
    // The database remembers the ids of batches for a week: a file that stays for longer would be counted at each start.
    if (!isWritable && isOld(content)) {
      log.error({ file }, 'Counts of an earlier run are left out: the server could not remove their file')
      continue
    }
    usage.restore(content, {
      onWritten: () =>
        rm(file, { force: true }).catch((error: unknown) =>
          log.error({ file, problem: String(error) }, 'Remove this file: its counts are in the database'),
        ),
      onRefused: (problem) =>
        log.error(
          { file, problem },
          'The database refuses counts of an earlier run; they stay in their file',
        ),
    })
  }
}

function isOld({ batches }: Unwritten): boolean {
  const lastHours = batches.map(({ counters }) => Math.max(...counters.map(({ hour }) => hour)))
  return Math.floor(Date.now() / HOUR_MS) - Math.min(...lastHours) > BATCH_HOURS
}
