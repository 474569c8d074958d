/**
 * The files of a folder as they were in a commit of this repository.
 *
 * @example
 * await filesAtCommit(root, 'v0.1.0', 'locales/en') // { commit: '48f9145…', files: { 'locales/en/rules.json': '{…' } }
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Files } from '../../authored/files.ts'

const run = promisify(execFile)
/** The largest file of a folder has 2 MB (server/load-files.ts). */
const MAX_OUTPUT = 64 * 1024 * 1024

/** Nothing where git, or the tag or commit, is not known here. */
export async function filesAtCommit(
  root: string,
  ref: string,
  folder: string,
): Promise<{ readonly commit: string; readonly files: Files } | undefined> {
  const git = async (...options: readonly string[]) =>
    (await run('git', ['-C', root, ...options], { maxBuffer: MAX_OUTPUT })).stdout
  let commit: string
  try {
    // A name that begins with a hyphen is no option.
    commit = (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)).trim()
  } catch {
    return undefined
  }
  const names = (await git('ls-tree', '-r', '-z', '--name-only', commit, `${folder}/`)).split('\0')
  const files: Record<string, string> = {}
  for (const name of names.filter(Boolean)) files[name] = await git('show', `${commit}:${name}`)
  return { commit, files }
}
