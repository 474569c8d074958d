/**
 * The store in a SQLite file beside the server, or in a remote libSQL database.
 *
 * @example
 * const store = await openLibsql('file:plainline.db', 'drizzle/sqlite')
 * const store = await openLibsql('libsql://counts.example.org?authToken=…', 'drizzle/sqlite')
 */
import { migrate } from 'drizzle-orm/libsql/migrator'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { refuseNewer } from './migrations.ts'
import { sqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

/** SQLite takes up to 32,766 values in a statement; a counter has six. */
const ROWS_PER_STATEMENT = 500
/** How long a write waits for another process that is writing. */
const BUSY_MS = 2000

/** Opens the database and brings it up to date. Rejects if it cannot be opened, or is newer than this program. */
export async function openLibsql(url: string, migrationsFolder: string): Promise<Store> {
  const isFile = url.startsWith('file:')
  // `@libsql/client` itself would load the clients of every kind of database: 4 MB in each thread.
  const { createClient } = await (isFile ? import('@libsql/client/sqlite3') : import('@libsql/client/web'))
  const client = createClient({ url })
  try {
    if (isFile) {
      await client.execute('PRAGMA journal_mode = WAL')
      await client.execute(`PRAGMA busy_timeout = ${BUSY_MS}`)
    }
    const database = drizzle(client)
    const applied = async () => (await client.execute('select hash from __drizzle_migrations')).rows
    await refuseNewer(migrationsFolder, applied)
    await migrate(database, { migrationsFolder })
    return { ...sqliteStore(database, ROWS_PER_STATEMENT), close: async () => client.close() }
  } catch (error) {
    client.close()
    throw error
  }
}
