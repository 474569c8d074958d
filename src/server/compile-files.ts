/**
 * Checks and compiles the authored files of a project into `dist/line.json`, unless the same compiler has done so with the same files:
 * to learn from all examples takes half a minute.
 *
 * @example
 * const { line, issues } = await compileFiles(root, '2026-11-22')
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../authored/files.ts'
import { hasErrors, type Issue, sortIssues } from '../authored/issue.ts'
import { withReviews } from '../line/compile.ts'
import { readDraft } from '../line/draft.ts'
import type { CompiledLine } from '../line/line.ts'
import { lint } from '../lint/lint.ts'
import { learnOnce } from './learn-once.ts'
import { loadFiles } from './load-files.ts'
import { LINE_FILE } from './load-line.ts'
import { writeTogether } from './write-together.ts'

/** Set by the build, and by the configuration of the tests (tools/support/code-ids.mjs). */
declare const COMPILER_ID: string

export interface Compiled {
  /** Absent where an issue is an error; the file of an earlier line stays then. */
  readonly line?: CompiledLine
  readonly issues: readonly Issue[]
}

/** What the line was compiled from, and the warnings. */
interface Origin {
  /** Of all files but those of the review. */
  readonly hash: string
  readonly reviews: string
  readonly issues: readonly Issue[]
}

const REVIEW_FILE = /^locales\/[^/]+\/review\.csv$/
const ORIGIN_FILE = join('dist', 'line.origin.json')
const LEARNT_FOLDER = join('dist', 'line.learnt')

/** `today`, such as 2026-11-22, finds dates that are over; it alone is no reason to compile again. */
export async function compileFiles(root: string, today: string): Promise<Compiled> {
  const files = await loadFiles(root)
  const hash = hashOf(files, (path) => !REVIEW_FILE.test(path))
  const reviews = hashOf(files, (path) => REVIEW_FILE.test(path))
  const earlier = await readJson<Origin>(join(root, ORIGIN_FILE))
  const line = earlier?.hash === hash ? await readJson<CompiledLine>(join(root, LINE_FILE)) : null
  if (line && earlier?.reviews === reviews) return { line, issues: earlier.issues }
  const compiled =
    (line && earlier && reviewAgain(line, earlier.issues, files)) ||
    lint(files, today, learnOnce(join(root, LEARNT_FOLDER)))
  if (compiled.line) await write(root, compiled.line, { hash, reviews, issues: compiled.issues })
  return compiled
}

/** A signature is no reason to learn from all examples again. */
function reviewAgain(line: CompiledLine, earlier: readonly Issue[], files: Files): Compiled | undefined {
  const { draft, issues } = readDraft(files)
  const ofReview = ({ code }: Issue) => code === 'review-row'
  const all = sortIssues([...earlier.filter((issue) => !ofReview(issue)), ...issues.filter(ofReview)])
  return draft && !hasErrors(all) ? { line: withReviews(line, draft), issues: all } : undefined
}

function hashOf(files: Files, isMeant: (path: string) => boolean): string {
  const meant = Object.entries(files).filter(([path]) => isMeant(path))
  return createHash('sha256')
    .update(JSON.stringify([COMPILER_ID, meant]))
    .digest('hex')
}

async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}

/**
 * In this order a line is never taken for one of another origin, wherever the process ends; and a server that is started again over a
 * full disk still has the line from before.
 */
async function write(root: string, line: CompiledLine, origin: Origin): Promise<void> {
  await mkdir(join(root, 'dist'), { recursive: true })
  await rm(join(root, ORIGIN_FILE), { force: true })
  await writeTogether(root, { [LINE_FILE]: JSON.stringify(line), [ORIGIN_FILE]: JSON.stringify(origin) })
}
