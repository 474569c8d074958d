/**
 * Writes several files, all or none: each beside its place first, then put there in one step, in their order. Another process may write
 * the same ones.
 *
 * @example
 * await writeTogether(root, { 'locales/es/main.json': '{ … }\n' })
 */
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export async function writeTogether(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  // Hidden, so that the line never reads one (authored/file-names.ts).
  const moves = Object.entries(files).map(([file, text]) => {
    const to = join(root, file)
    return { text, to, part: join(dirname(to), `.${basename(to)}.${process.pid}.part`) }
  })
  try {
    for (const { part, text } of moves) await writeFile(part, text)
    for (const { part, to } of moves) await rename(part, to)
  } finally {
    for (const { part } of moves) await rm(part, { force: true })
  }
}
