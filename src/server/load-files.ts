/**
 * Reads the authored files from disk. What cannot be read is in its place with the reason, so that it is told with all other issues.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isBesideTheLine } from '../authored/file-names.ts'
import type { Files, Unreadable } from '../authored/files.ts'

const FOLDERS = ['flows', 'locales']
/** `flows/directory`, `locales/en`: no folder of a line is deeper, and a link to a folder above it would have no end. */
const DEEPEST_FOLDER = 2
/** Ten times the largest file of the line. */
const MAX_BYTES = 2 * 1024 * 1024
const NO_FILE = 'This is larger than 2 MB, or no file at all. Divide it, or move it elsewhere.'

const FORBIDDEN =
  'The user who runs this may not read it. Let that user read it (chmod a+r; for a folder a+rx).'
const NOWHERE = 'This is a link to a file that is not there. Delete it, or put the file there.'
const PROBLEMS: Readonly<Record<string, string>> = {
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  ENOENT: NOWHERE,
  ELOOP: NOWHERE,
}

/** `root` is the folder that holds `flows/` and `locales/`. */
export async function loadFiles(root: string): Promise<Files> {
  const found = await Promise.all(FOLDERS.map((folder) => load(root, folder)))
  return Object.fromEntries(found.flat().sort(([a], [b]) => (a < b ? -1 : 1)))
}

type Found = readonly (readonly [path: string, text: string | Unreadable])[]

async function load(root: string, path: string): Promise<Found> {
  if (isBesideTheLine(path)) return []
  try {
    return await read(root, path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' && FOLDERS.includes(path)) return []
    const {
      [String(code)]: problem = `It cannot be read: ${error instanceof Error ? error.message : code}.`,
    } = PROBLEMS
    return [[path, { problem }]]
  }
}

/** A file, or all files of a folder, each by its path below `root`. Follows links. */
async function read(root: string, path: string): Promise<Found> {
  const found = await stat(join(root, path))
  if (found.isDirectory()) {
    if (path.split('/').length > DEEPEST_FOLDER || /\.(ya?ml|json)$/i.test(path))
      return [[path, { problem: 'The line does not read a folder here. Rename it, or move it elsewhere.' }]]
    const names = await readdir(join(root, path))
    return (await Promise.all(names.map((name) => load(root, `${path}/${name}`)))).flat()
  }
  // A pipe would keep a reader waiting.
  const isFile = found.isFile() && found.size <= MAX_BYTES
  return [[path, isFile ? await readFile(join(root, path), 'utf8') : { problem: NO_FILE }]]
}
