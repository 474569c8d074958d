/**
 * Checks and compiles the authored files of a project into `dist/line.json`, unless the same compiler has done so with the same files:
 * to learn from all examples takes half a minute.
 *
 * @example
 * const { line, issues } = await compileFiles(root, '2026-11-22')
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../authored/files.ts'
import type { Issue } from '../authored/issue.ts'
import type { CompiledLine } from '../line/line.ts'
import { lint } from '../lint/lint.ts'
import { loadFiles } from './load-files.ts'
import { LINE_FILE } from './load-line.ts'

/** Set by the build, and by the configuration of the tests (tools/support/compiler-id.mjs). */
declare const COMPILER_ID: string

export interface Compiled {
  /** Absent where an issue is an error; the file of an earlier line stays then. */
  readonly line?: CompiledLine
  readonly issues: readonly Issue[]
}

/** What the line was compiled from, and the warnings. */
interface Origin {
  readonly hash: string
  readonly issues: readonly Issue[]
}

const ORIGIN_FILE = join('dist', 'line.origin.json')

/** `today`, such as 2026-11-22, finds dates that are over; it alone is no reason to compile again. */
export async function compileFiles(root: string, today: string): Promise<Compiled> {
  const files = await loadFiles(root)
  const hash = hashOf(files)
  const earlier = await readJson<Origin>(join(root, ORIGIN_FILE))
  if (earlier?.hash === hash) {
    const line = await readJson<CompiledLine>(join(root, LINE_FILE))
    if (line) return { line, issues: earlier.issues }
  }
  const { line, issues } = lint(files, today)
  if (!line) return { issues }
  await write(root, line, { hash, issues })
  return { line, issues }
}

function hashOf(files: Files): string {
  return createHash('sha256')
    .update(JSON.stringify([COMPILER_ID, files]))
    .digest('hex')
}

async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}

/** In this order a line is never taken for one of another origin, wherever the process ends. */
async function write(root: string, line: CompiledLine, origin: Origin): Promise<void> {
  await rm(join(root, ORIGIN_FILE), { force: true })
  await replace(join(root, LINE_FILE), JSON.stringify(line))
  await replace(join(root, ORIGIN_FILE), JSON.stringify(origin))
}

/** All or nothing: the server that is started again over a full disk still has the line from before. */
async function replace(file: string, text: string): Promise<void> {
  // Two processes may compile at once.
  const part = `${file}.${process.pid}.part`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(part, text)
  await rename(part, file)
}
