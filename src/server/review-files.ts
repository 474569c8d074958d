/**
 * The authored files for `/review`. The demo on the operator's own machine writes what people sign; into the operator's own folder
 * where there is one, which then holds what is other than the shipped review.
 *
 * @example
 * const review = createReviewFiles(project, { mayWrite: authTokens.length === 0 })
 */
import { accessSync, constants } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ownPath } from '../authored/own-path.ts'
import type { ReviewRows } from '../locale/review.ts'
import { differingRows, reviewPath, writeReview } from '../locale/review-file.ts'
import { isForReview } from '../review/folder-texts.ts'
import type { Language } from '../review/language.ts'
import type { ReviewFiles } from '../web/deps.ts'
import { loadFiles } from './load-files.ts'
import { type Project, pathOnDisk } from './project.ts'
import { writeTogether } from './write-together.ts'

/** What the build leaves for Workers, which have no folder. */
const AUTHORED_FILE = 'authored.json'
/** The server keeps its own files from others; authored ones are for everybody who has the folder. */
const READABLE = 0o644

type Signed = Pick<Language, 'locale' | 'shippedRows'>

export function createReviewFiles(
  project: Project,
  { mayWrite }: { readonly mayWrite: boolean },
): ReviewFiles {
  const read = () => loadFiles(project)
  const folder = project.own ?? join(project.root, 'locales')
  if (!mayWrite || !isWritable(folder)) return { read }
  return {
    read,
    async write(language, rows) {
      await writeSigned(project, language, rows)
    },
  }
}

/** The path of the file that it writes. */
export async function writeSigned(project: Project, language: Signed, rows: ReviewRows): Promise<string> {
  const shipped = reviewPath(language.locale)
  const isOwn = project.own !== null
  const path = isOwn ? ownPath(shipped) : shipped
  const file = pathOnDisk(project, path)
  await mkdir(dirname(file), { recursive: true })
  const csv = writeReview(isOwn ? differingRows(rows, language.shippedRows) : rows)
  await writeTogether(dirname(file), { [basename(file)]: csv })
  await chmod(file, READABLE)
  return path
}

export async function writeAuthored(project: Project): Promise<void> {
  const files = Object.entries(await loadFiles(project)).filter(([path]) => isForReview(path))
  await writeTogether(project.built, { [AUTHORED_FILE]: JSON.stringify(Object.fromEntries(files)) })
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
