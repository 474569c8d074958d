/**
 * The database of the settings, for a command: one that cannot be opened ends it with a sentence.
 *
 * @example
 * const store = await openStoreOrExit(config.databaseUrl)
 */
import { join } from 'node:path'
import { exitWith } from '../../server/load-line.ts'
import { openStore } from '../../usage/stores/open.ts'
import type { Store } from '../../usage/stores/store.ts'
import { root } from './command.ts'

export async function openStoreOrExit(databaseUrl: string): Promise<Store> {
  return openStore(databaseUrl, join(root, 'drizzle')).catch((error: Error) =>
    exitWith(`The database cannot be opened: ${error.message}.`),
  )
}
