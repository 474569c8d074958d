/**
 * Reads the authored files from disk. What cannot be read is in its place with the reason, so that it is told with all other issues.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isBesideTheLine } from '../authored/file-names.ts'
import type { Files, Unreadable } from '../authored/files.ts'

const FOLDERS = ['flows', 'locales']
/** No folder of a line is deeper; a link to a folder above it would have no end. */
const MAX_DEPTH = 4
/** Ten times the largest file of the line. */
const MAX_BYTES = 2 * 1024 * 1024

/** `root` is the folder that holds `flows/` and `locales/`. */
export async function loadFiles(root: string): Promise<Files> {
  const found = await Promise.all(FOLDERS.map((folder) => load(root, folder)))
  return Object.fromEntries(found.flat().sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A file, or all files of a folder, each by its path below `root`. */
async function load(
  root: string,
  path: string,
): Promise<readonly (readonly [string, string | Unreadable])[]> {
  if (isBesideTheLine(path)) return []
  try {
    const { isDirectory, size } = await kindOf(join(root, path))
    if (isDirectory && /\.(ya?ml|json)$/i.test(path))
      return [
        [path, { problem: 'This is a folder with the name of a file. Rename it, or move it elsewhere.' }],
      ]
    if (isDirectory) {
      const names = path.split('/').length < MAX_DEPTH ? await readdir(join(root, path)) : []
      return (await Promise.all(names.map((name) => load(root, `${path}/${name}`)))).flat()
    }
    if (size > MAX_BYTES)
      return [
        [
          path,
          {
            problem: `This file is larger than ${MAX_BYTES / 1024 / 1024} MB. Divide it, or move it elsewhere.`,
          },
        ],
      ]
    return [[path, await readFile(join(root, path), 'utf8')]]
  } catch (error) {
    return FOLDERS.includes(path) && codeOf(error) === 'ENOENT'
      ? []
      : [[path, { problem: sentenceFor(error) }]]
  }
}

/** Follows links. A socket or a pipe would keep a reader waiting, so only files are read. */
async function kindOf(path: string) {
  const found = await stat(path)
  if (!found.isDirectory() && !found.isFile()) throw new Error('It is neither a file nor a folder')
  return { isDirectory: found.isDirectory(), size: found.size }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function sentenceFor(error: unknown): string {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM')
    return 'The user who runs this may not read it. Let that user read it (chmod a+r; for a folder a+rx).'
  if (code === 'ENOENT' || code === 'ELOOP')
    return 'This is a link to a file that is not there. Delete it, or put the file there.'
  return `It cannot be read (${code || (error instanceof Error ? error.message : 'unknown')}). Put a readable file there.`
}
