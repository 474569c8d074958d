/**
 * Puts the line that the files make now in the place of the one that is told. Another process compiles it, so that calls are answered
 * meanwhile. Files that do not compile change nothing.
 *
 * @example
 * const reload = createReload(project, ending.signal, install)
 * await reload() // { ok: false, problems: ['line/line.yaml:3:1 bad-shape: …'] }
 */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Result } from '../authored/result.ts'
import { type Line, openLine } from '../line/line.ts'
import { LINE_FILE } from './load-line.ts'
import type { Project } from './project.ts'

export type Reload = () => Promise<Result<Line>>

/** To learn from all examples of many languages anew takes minutes. */
const COMPILE_MS = 10 * 60_000

/**
 * `use` tells a line from now on, or says why it cannot. What is asked for while one is compiled is done after it, once. `ending` ends
 * the compiler too: nobody would wait for it.
 */
export function createReload(
  project: Project,
  ending: AbortSignal,
  use: (line: Line) => Result<Line>,
): Reload {
  let running: Promise<Result<Line>> | undefined
  let next: Promise<Result<Line>> | undefined
  const run = async (): Promise<Result<Line>> => {
    try {
      const problems = await compileApart(project, ending)
      if (problems.length > 0) return { ok: false, problems }
      return use(openLine(JSON.parse(await readFile(join(project.built, LINE_FILE), 'utf8'))))
    } catch (error) {
      return { ok: false, problems: [error instanceof Error ? error.message : String(error)] }
    }
  }
  const start = (): Promise<Result<Line>> => {
    running = run().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running.then(() => {
      next = undefined
      return start()
    })
    return next
  }
}

/** What keeps the files from being a line: the issues, without warnings. */
async function compileApart({ root }: Project, ending: AbortSignal): Promise<readonly string[]> {
  const compiler = spawn(process.execPath, [join(root, 'dist', 'cli', 'compile.js'), '--quiet'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: COMPILE_MS,
    signal: ending,
  })
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve, reject) => {
    compiler.on('error', reject)
    compiler.on('close', (code, signal) => resolve([code, signal]))
  })
  if (compiler.pid !== undefined) putBehindCalls(compiler.pid)
  const [written, [code, signal]] = await Promise.all([text(compiler.stderr), ended])
  if (code === 0) return []
  // What it has written then is of the engine: where its memory was at the end.
  if (code === null) return [`The compiler was ended by ${signal}. The machine may lack memory for it.`]
  // Issues, and not that the compiler learns.
  const lines = written.split('\n').filter((line) => /:\d+:\d+ /.test(line))
  return lines.length > 0
    ? lines
    : [written.trim() || 'The files cannot be compiled, and the compiler does not say why.']
}

function putBehindCalls(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Some containers allow nobody to; or it has ended already.
  }
}
