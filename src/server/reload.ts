/**
 * Puts the line that the files make now in the place of the one that is told. Another process compiles it, so that calls are answered
 * meanwhile. Files that do not compile change nothing.
 *
 * @example
 * const reload = createReload(project, { ending: ending.signal, use: install, onLearn: (sentence) => log.info(sentence) })
 * await reload() // { ok: false, problems: ['line/line.yaml:3:1 bad-shape: …'] }
 */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { OWN_FOLDER } from '../authored/own-path.ts'
import { type Result, refused } from '../authored/result.ts'
import { type Line, openLine } from '../line/line.ts'
import { LINE_FILE } from './load-line.ts'
import type { Project } from './project.ts'

/** Resolves to the warnings about the operator's own files, or to what keeps the files from being told. */
export type Reload = () => Promise<Result<readonly string[]>>

export interface ReloadOptions {
  /** Ends the compiler too: nobody would wait for it. */
  readonly ending: AbortSignal
  /** Tells a line from now on, or says why it cannot. */
  readonly use: (line: Line) => Result<Line>
  /** Called with what is learnt from examples, which takes long. */
  readonly onLearn: (sentence: string) => void
}

/** Learning from all examples of many languages takes minutes. */
const COMPILE_MS = 10 * 60_000
/** What the compiler writes: issues (authored/issue.ts), and that it learns. */
const ISSUE = /^\S+:\d+:\d+ /
const WARNING = /^\S+:\d+:\d+ warning /
const OWN_WARNING = new RegExp(`^${OWN_FOLDER}/\\S+ warning `)
const LEARNS = /^Learning /

/** A reload that is asked for during another one is done after it; several of them are done once. */
export function createReload(project: Project, options: ReloadOptions): Reload {
  let running: ReturnType<Reload> | undefined
  let next: ReturnType<Reload> | undefined
  const run: Reload = async () => {
    try {
      const compiled = await compileApart(project, options)
      if (!compiled.ok) return compiled
      const used = options.use(openLine(JSON.parse(await readFile(join(project.built, LINE_FILE), 'utf8'))))
      return used.ok ? compiled : used
    } catch (error) {
      return refused(error instanceof Error ? error.message : String(error))
    }
  }
  const start: Reload = () => {
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

/** The warnings about own files, or what keeps the files from being a line. */
async function compileApart(
  { root }: Project,
  { ending, onLearn }: ReloadOptions,
): Promise<Result<readonly string[]>> {
  const compiler = spawn(process.execPath, [join(root, 'dist', 'cli', 'compile.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: COMPILE_MS,
    signal: ending,
  })
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve, reject) => {
    compiler.on('error', reject)
    compiler.on('close', (code, signal) => resolve([code, signal]))
  })
  if (compiler.pid !== undefined) putBehindCalls(compiler.pid)
  const [lines, [code, signal]] = await Promise.all([readLines(compiler.stderr, onLearn), ended])
  const issues = lines.filter((line) => ISSUE.test(line))
  if (code === 0) return { ok: true, value: issues.filter((line) => OWN_WARNING.test(line)) }
  // Its last lines are then those of V8 about its memory, and no issues.
  if (code === null)
    return refused(`The compiler was ended by ${signal}. The machine may lack memory for it.`)
  const errors = issues.filter((line) => !WARNING.test(line))
  const said = lines.join('\n').trim() || 'The files cannot be compiled, and the compiler does not say why.'
  return refused(...(errors.length > 0 ? errors : [said]))
}

/** All lines but those that say what is learnt. */
async function readLines(stream: Readable, onLearn: ReloadOptions['onLearn']): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of createInterface({ input: stream })) {
    if (LEARNS.test(line)) onLearn(line)
    else lines.push(line)
  }
  return lines
}

function putBehindCalls(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Some containers allow nobody to; or it has ended already.
  }
}
