/**
 * The authored files for `/review`: those of the project's folder, or, where only the build was installed, those that it was built
 * from. The demo on the operator's own machine writes what people sign.
 *
 * @example
 * const review = createReviewFiles(root, { mayWrite: authTokens.length === 0 })
 */
import { existsSync } from 'node:fs'
import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../authored/files.ts'
import { reviewPath } from '../locale/review-file.ts'
import { isForReview } from '../review/folder-texts.ts'
import type { ReviewFiles } from '../web/deps.ts'
import { loadFiles } from './load-files.ts'
import { writeTogether } from './write-together.ts'

/** What the build leaves for servers without the project's folder: images, and Workers, which import it. */
const AUTHORED_FILE = join('dist', 'authored.json')
/** The server keeps its own files from others; authored ones are for everybody who has the folder. */
const READABLE = 0o644

/** `root` is the folder that holds `dist/`. */
export function createReviewFiles(root: string, { mayWrite }: { readonly mayWrite: boolean }): ReviewFiles {
  if (!existsSync(join(root, 'locales')))
    return { read: async (): Promise<Files> => JSON.parse(await readFile(join(root, AUTHORED_FILE), 'utf8')) }
  const read = () => loadFiles(root)
  if (!mayWrite) return { read }
  return {
    read,
    async write(locale, csv) {
      const file = reviewPath(locale)
      await writeTogether(root, { [file]: csv })
      await chmod(join(root, file), READABLE)
    },
  }
}

export async function writeAuthored(root: string): Promise<void> {
  const files = Object.entries(await loadFiles(root)).filter(([path]) => isForReview(path))
  await writeTogether(root, { [AUTHORED_FILE]: JSON.stringify(Object.fromEntries(files)) })
}
