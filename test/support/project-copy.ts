/**
 * A copy of this project, built, that a test may write to; with the real line, or with other authored files.
 *
 * @example
 * const folder = await copyProject()
 * const server = await startNodeServer({}, [], folder)
 */
import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Files } from '../../src/authored/files.ts'
import { lint } from '../../src/lint/lint.ts'
import { LINE_FILE } from '../../src/server/load-line.ts'
import { root } from './root.ts'

/** What the server does not start from; the maps are as large as all else. */
const LEFT = /\.map$|\/dist\/(worker|line\.learnt)\b/

export async function copyProject(files?: Files): Promise<string> {
  const folder = await copyPaths(['dist', 'package.json', ...(files ? [] : ['flows', 'locales'])])
  if (files) await writeLine(folder, files)
  return folder
}

/** A folder with these files and folders of the project alone, and links to what nothing writes to. */
export async function copyPaths(paths: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plainline-'))
  const filter = (path: string) => !LEFT.test(path)
  await Promise.all(
    paths.map((name) => cp(join(root, name), join(folder, name), { recursive: true, filter })),
  )
  for (const name of ['drizzle', 'node_modules']) await symlink(join(root, name), join(folder, name))
  return folder
}

async function writeLine(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), String(text))
  }
  await writeFile(join(folder, 'dist', LINE_FILE), JSON.stringify(lint(files).line))
}
