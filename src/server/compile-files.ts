/**
 * Checks and compiles the authored files of a project into one file, unless the same compiler has done so with the same files: to learn
 * from all examples takes half a minute.
 *
 * @example
 * const { line, issues } = await compileFiles(project, '2026-11-22')
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { asciiJson } from '../authored/ascii-json.ts'
import type { Files } from '../authored/files.ts'
import { hasErrors, type Issue, type IssueCode, sortIssues } from '../authored/issue.ts'
import { withReviews } from '../line/compile.ts'
import { readDraft } from '../line/draft.ts'
import type { CompiledLine } from '../line/line.ts'
import { lint } from '../lint/lint.ts'
import { staleRecordings } from '../lint/recordings.ts'
import { learnOnce } from './learn-once.ts'
import { loadFiles } from './load-files.ts'
import { LINE_FILE } from './load-line.ts'
import { type Project, shippedProject } from './project.ts'
import { writeTogether } from './write-together.ts'

/** Set by the build, and by the configuration of the tests (tools/support/code-ids.mjs). */
declare const COMPILER_ID: string

interface Compiled {
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

const REVIEW_FILE = /^(line\/)?locales\/[^/]+\/(review|recordings)\.csv$/
const REVIEW_CODES: readonly IssueCode[] = ['review-row', 'recording-row', 'stale-recording']
const ORIGIN_FILE = 'line.origin.json'
const LEARNT_FOLDER = 'line.learnt'

/**
 * `today`, such as 2026-11-22, finds dates that are over; it alone is no reason to compile again. `onLearn` is called before the finder
 * learns `danger`, and each language, which takes long.
 */
export async function compileFiles(
  project: Project,
  today: string,
  onLearn?: (what: string) => void,
): Promise<Compiled> {
  const { built } = project
  const files = await loadFiles(project)
  const hash = hashOf(files, (path) => !REVIEW_FILE.test(path))
  const reviews = hashOf(files, (path) => REVIEW_FILE.test(path))
  const earlier = await readJson<Origin>(join(built, ORIGIN_FILE))
  const line = earlier?.hash === hash ? await readJson<CompiledLine>(join(built, LINE_FILE)) : null
  if (line && earlier?.reviews === reviews) return { line, issues: earlier.issues }
  const learntAt = (folder: string) => join(folder, LEARNT_FOLDER)
  const learn = learnOnce([learntAt(built), learntAt(shippedProject(project.root).built)], onLearn)
  const compiled = (line && earlier && reviewAgain(line, earlier.issues, files)) || lint(files, today, learn)
  if (compiled.line) await write(built, compiled.line, { hash, reviews, issues: compiled.issues })
  return compiled
}

/** When the line was compiled that is there now, such as 2026-11-22 14:03 UTC. */
export async function earlierLineAt({ built }: Project): Promise<string | undefined> {
  const file = await stat(join(built, LINE_FILE)).catch(() => null)
  return file ? `${file.mtime.toISOString().slice(0, 16).replace('T', ' ')} UTC` : undefined
}

/** A signature or a clip is no reason to learn from all examples again. */
function reviewAgain(line: CompiledLine, earlier: readonly Issue[], files: Files): Compiled | undefined {
  const { draft, issues } = readDraft(files)
  if (!draft) return undefined
  const ofReview = ({ code }: Issue) => REVIEW_CODES.includes(code)
  const again = withReviews(line, draft)
  const all = sortIssues([
    ...earlier.filter((issue) => !ofReview(issue)),
    ...issues.filter(ofReview),
    ...staleRecordings(again, draft),
  ])
  return hasErrors(all) ? undefined : { line: again, issues: all }
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
async function write(built: string, line: CompiledLine, origin: Origin): Promise<void> {
  await mkdir(built, { recursive: true })
  await rm(join(built, ORIGIN_FILE), { force: true })
  // At two bytes a letter, reading it would cost a start 18 MB and a tenth of a second.
  await writeTogether(built, { [LINE_FILE]: asciiJson(line), [ORIGIN_FILE]: JSON.stringify(origin) })
}
