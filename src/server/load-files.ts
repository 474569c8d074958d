/**
 * Reads the authored files from disk. What cannot be read is in its place with the reason, so that it is told with all other issues.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isBesideTheLine } from '../authored/file-names.ts'
import type { Files, Unreadable } from '../authored/files.ts'
import { OWN_FOLDER, shippedPath } from '../authored/own-path.ts'
import type { Project } from './project.ts'

const FOLDERS = ['flows', 'locales']
/** `flows/directory`, `locales/en`: no folder of a line is deeper, and a link to a folder above it would have no end. */
const DEEPEST_FOLDER = 2
/** Four times the largest file of the line. */
const MAX_BYTES = 8 * 1024 * 1024
/** Twice the countries of the world. All files of a folder are opened together, and each is looked for among all. */
const MOST_FILES = 500
const TOO_MANY = `This folder has over ${MOST_FILES} files. Keep those of the line, and move the others elsewhere.`
const NO_FILE = 'This is larger than 8 MB, or no file at all. Divide it, or move it elsewhere.'

const FORBIDDEN =
  'The user who runs this may not read it. Let that user read it (chmod a+r; for a folder a+rx).'
const NOWHERE = 'This is a link to a file that is not there. Delete it, or put the file there.'
const PROBLEMS: Readonly<Record<string, string>> = {
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  ENOENT: NOWHERE,
  ELOOP: NOWHERE,
}

/** The files of the operator's own folder are named `line/…`. */
export async function loadFiles({ root, own }: Pick<Project, 'root' | 'own'>): Promise<Files> {
  const shipped = FOLDERS.map((folder) => load(join(root, folder), folder))
  const found = await Promise.all([...shipped, ...(own === null ? [] : [load(own, OWN_FOLDER)])])
  return Object.fromEntries(found.flat().sort(([a], [b]) => (a < b ? -1 : 1)))
}

type Found = readonly (readonly [path: string, text: string | Unreadable])[]

/** `place` is where the file or folder is, and `path` what it is called. */
async function load(place: string, path: string): Promise<Found> {
  if (isBesideTheLine(path)) return []
  try {
    return await read(place, path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' && [...FOLDERS, OWN_FOLDER].includes(path)) return []
    const {
      [String(code)]: problem = `It cannot be read: ${error instanceof Error ? error.message : code}.`,
    } = PROBLEMS
    return [[path, { problem }]]
  }
}

/** A file, or all files of a folder. Follows links. */
async function read(place: string, path: string): Promise<Found> {
  const found = await stat(place)
  if (found.isDirectory()) {
    if (shippedPath(path).split('/').length > DEEPEST_FOLDER || /\.(ya?ml|json)$/i.test(path))
      return [[path, { problem: 'The line does not read a folder here. Rename it, or move it elsewhere.' }]]
    const names = (await readdir(place)).filter((name) => !isBesideTheLine(`${path}/${name}`))
    if (names.length > MOST_FILES) return [[path, { problem: TOO_MANY }]]
    return (await Promise.all(names.map((name) => load(join(place, name), `${path}/${name}`)))).flat()
  }
  // A pipe would keep a reader waiting.
  const isFile = found.isFile() && found.size <= MAX_BYTES
  return [[path, isFile ? await readFile(place, 'utf8') : { problem: NO_FILE }]]
}
