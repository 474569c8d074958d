/** Whether a database was made by a newer program than this one, whose tables may mean something else. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const APPLIED = {
  drizzle: 'select hash from __drizzle_migrations',
  postgres: 'select hash from drizzle.__drizzle_migrations',
} as const

/** Rejects with a sentence for the operator where the database has had more migrations than this program knows. */
export async function refuseNewer(
  migrationsFolder: string,
  countRows: (query: string) => Promise<number>,
  table: keyof typeof APPLIED = 'drizzle',
): Promise<void> {
  const journal = JSON.parse(await readFile(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as {
    entries: readonly unknown[]
  }
  // A database that has had no migration yet has no table of them.
  const applied = await countRows(APPLIED[table]).catch(() => 0)
  if (applied > journal.entries.length)
    throw new Error(
      `The database is newer than this program: it has had ${applied} migrations, and this program knows ${journal.entries.length}. Install the newer version again`,
    )
}
