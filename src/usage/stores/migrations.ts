/**
 * Refuses a database that a newer version of this program has migrated: its tables may mean something else.
 *
 * @example
 * await refuseNewer('drizzle/sqlite', async (query) => (await client.execute(query)).rows.length, 'sqlite')
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Where Drizzle's migrators keep what they have applied. */
const APPLIED_MIGRATIONS = {
  sqlite: 'select hash from __drizzle_migrations',
  postgres: 'select hash from drizzle.__drizzle_migrations',
} as const

const journalSchema = z.object({ entries: z.array(z.unknown()) })

/** Rejects with a sentence for the operator if the database has had more migrations than this program knows. */
export async function refuseNewer(
  migrationsFolder: string,
  countRows: (query: string) => Promise<number>,
  dialect: keyof typeof APPLIED_MIGRATIONS,
): Promise<void> {
  const journal = await readFile(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')
  const known = journalSchema.parse(JSON.parse(journal)).entries.length
  // A new database has no table of migrations yet.
  const applied = await countRows(APPLIED_MIGRATIONS[dialect]).catch(() => 0)
  if (applied > known)
    throw new Error(
      `The database is newer than this program: it has had ${applied} migrations, and this program knows ${known}. Install the newer version again`,
    )
}
