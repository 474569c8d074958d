/**
 * Refuses an address whose files can never be used, at start on Node. A folder that is missing is not refused: its disk
 * may only be late, and calls are answered meanwhile.
 *
 * @example
 * await refuseUnusableFiles('file:/data') // rejects: DATABASE_URL names the folder /data …
 */
import { access, constants, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readDatabaseUrl } from './database-url.ts'

const { R_OK, W_OK } = constants

/** Rejects with a sentence for the operator. */
export async function refuseUnusableFiles(url: string): Promise<void> {
  const read = readDatabaseUrl(url)
  if (!read.ok || read.value.kind === 'libsql') return
  if (read.value.kind === 'postgres') {
    for (const file of Object.values(read.value.address.tlsFiles))
      await access(file, R_OK).catch(({ code }) => {
        throw new Error(`DATABASE_URL names ${file}, which cannot be read: ${code}.`)
      })
    return
  }
  const { path } = read.value
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory())
    throw new Error(
      `DATABASE_URL names the folder ${path}: name a file in it, such as ${join(path, 'plainline.db')}.`,
    )
  // To open a pipe would block, and nothing stays in a device such as /dev/null, whose access is everybody's.
  if (found && !found.isFile())
    throw new Error(`DATABASE_URL names ${path}, which is a device, a pipe or a socket: name a file.`)
  // SQLite also makes a journal in the folder.
  for (const needed of [dirname(path), path]) {
    const code = await access(needed, R_OK | W_OK).then(
      () => '',
      ({ code }) => code,
    )
    if (code === 'EACCES' || code === 'ENOTDIR')
      throw new Error(
        `DATABASE_URL names ${path}, but the user of this process may not read and write ${needed}.`,
      )
  }
}
