/**
 * The line as a call hears it now: with the settings of the environment, and with today's switches of the database that they name. Where
 * that cannot be read, a sentence says so, and the line is told as usual.
 *
 * @example
 * const { line, notice } = await toldToday(await loadLineOrExit(project), new Date())
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { installLine } from '../../config.ts'
import { AS_USUAL, type Today } from '../../flow/today.ts'
import type { Line } from '../../line/line.ts'
import { withToday } from '../../line/today.ts'
import { readEnvironment } from '../../server/environment.ts'
import { exitWith } from '../../server/load-line.ts'
import { readToday } from '../../today/rows.ts'
import { readDatabaseUrl } from '../../usage/stores/database-url.ts'
import { openStore } from '../../usage/stores/open.ts'
import { rootCauseMessage } from '../../usage/stores/store.ts'
import { root } from './command.ts'

export async function toldToday(compiled: Line, now: Date): Promise<{ line: Line; notice?: string }> {
  const installed = installLine(compiled, readEnvironment())
  if (!installed.ok) exitWith(installed.problems.join('\n'))
  const { config, line } = installed.value
  try {
    const today = await switchesIn(config.databaseUrl)
    return { line: withToday(line, today, now) }
  } catch (error) {
    const notice = `Today's switches are not told: the database cannot be read (${rootCauseMessage(error)}).`
    return { line: withToday(line, AS_USUAL, now), notice }
  }
}

/** A file that is not there yet has none, and is not made. */
async function switchesIn(databaseUrl: string): Promise<Today> {
  const database = readDatabaseUrl(databaseUrl)
  if (database.ok && database.value.kind === 'file' && !existsSync(database.value.path)) return AS_USUAL
  const store = await openStore(databaseUrl, join(root, 'drizzle'))
  try {
    return (await readToday(store)).today
  } finally {
    await store.close()
  }
}
