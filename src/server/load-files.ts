/** Reads the authored files from disk, for the runtimes that have one. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../authored/files.ts'

const FOLDERS = ['flows', 'locales']
/** Written by us for editors, not authored. */
const SCHEMAS = join('flows', 'schemas')

/** `root` is the folder that holds `flows/` and `locales/`. */
export async function loadFiles(root: string): Promise<Files> {
  const names = await Promise.all(
    FOLDERS.map(async (folder) => {
      const found = await readdir(join(root, folder), { recursive: true })
      return found.filter((name) => /\.(yaml|json)$/.test(name)).map((name) => join(folder, name))
    }),
  )
  const authored = names
    .flat()
    .filter((name) => !name.startsWith(SCHEMAS))
    .sort()
  const texts = await Promise.all(authored.map((name) => readFile(join(root, name), 'utf8')))
  return Object.fromEntries(
    authored.map((name, index) => [name.replaceAll('\\', '/'), texts[index] as string]),
  )
}
