/**
 * Refuses a database that a newer version of this program has migrated: its tables may mean something else.
 *
 * @example
 * await refuseNewer('drizzle/sqlite', async () => (await client.execute('select …')).rows)
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const journalSchema = z.object({ entries: z.array(z.unknown()) })

/**
 * Rejects with a sentence for the operator if the database has had more migrations than this program knows.
 * `readApplied` reads the table in which Drizzle's migrator keeps what it has applied.
 */
export async function refuseNewer(
  migrationsFolder: string,
  readApplied: () => Promise<ArrayLike<unknown>>,
): Promise<void> {
  const journal = await readFile(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')
  const known = journalSchema.parse(JSON.parse(journal)).entries.length
  // A new database has no table of migrations yet.
  const { length: applied } = await readApplied().catch(() => [])
  if (applied > known)
    throw new Error(
      `The database is newer than this program: it has had ${applied} migrations, and this program knows ${known}. Install the newer version again`,
    )
}
