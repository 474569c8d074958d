/**
 * The store in a SQLite file beside the server, or in a remote libSQL database.
 *
 * @example
 * const store = await openLibsql('file:plainline.db', 'drizzle/sqlite')
 * const store = await openLibsql('libsql://counts.example.org?authToken=…', 'drizzle/sqlite')
 */
import { closeSync, openSync, statSync } from 'node:fs'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { readDatabaseUrl } from './database-url.ts'
import { refuseNewer } from './migrations.ts'
import { sqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

/** SQLite takes up to 32,766 values in a statement; a counter has six. */
const ROWS_PER_STATEMENT = 500
/** How long a write waits for another process that is writing. */
const BUSY_MS = 2000
/** Nobody else on the machine reads the stop list. */
const OWNER_ONLY = 0o600

/** Opens the database and brings it up to date. Rejects if it cannot be opened, or is newer than this program. */
export async function openLibsql(url: string, migrationsFolder: string): Promise<Store> {
  const address = readDatabaseUrl(url)
  const file = address.ok && address.value.kind === 'file' ? address.value.path : null
  // `@libsql/client` itself would load the clients of every kind of database: 4 MB in each thread.
  const { createClient } = await (file ? import('@libsql/client/sqlite3') : import('@libsql/client/web'))
  if (file) makeFile(file)
  const client = createClient({ url, timeout: BUSY_MS })
  try {
    // Not WAL: a second file would hold the last counts, and would be read into whatever file takes the place of the first.
    // A database that an earlier version made keeps its WAL for as long as another program has it open.
    if (file) await client.execute('PRAGMA journal_mode = DELETE').catch(() => {})
    const database = drizzle(client)
    const applied = async () => (await client.execute('select hash from __drizzle_migrations')).rows
    await refuseNewer(migrationsFolder, applied)
    await migrate(database, { migrationsFolder })
    const store = sqliteStore(database, ROWS_PER_STATEMENT)
    return { ...(file ? onOneFile(store, file) : store), close: async () => client.close() }
  } catch (error) {
    client.close()
    throw error
  }
}

function makeFile(file: string): void {
  try {
    closeSync(openSync(file, 'a', OWNER_ONLY))
  } catch {
    // SQLite says what is wrong with the file.
  }
}

/**
 * Rejects what is done on a file that is no longer the one of that name: SQLite would go on writing into a file that was
 * removed. The recorder then opens the new one, and writes there what it was to write.
 */
function onOneFile(store: Omit<Store, 'close'>, file: string): Omit<Store, 'close'> {
  const opened = statSync(file)
  const refuseOther = () => {
    const found = statSync(file, { throwIfNoEntry: false })
    if (found?.ino !== opened.ino || found.dev !== opened.dev)
      throw new Error('The file of the database was removed or replaced while the line was running')
  }
  const guard =
    <Args extends readonly unknown[], Result>(method: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      refuseOther()
      const result = await method(...args)
      refuseOther()
      return result
    }
  return {
    add: guard(store.add),
    read: guard(store.read),
    setStopped: guard(store.setStopped),
    stopped: guard(store.stopped),
    readToday: guard(store.readToday),
    writeToday: guard(store.writeToday),
    check: guard(store.check),
  }
}
