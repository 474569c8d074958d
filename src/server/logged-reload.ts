/**
 * Reloads the line as reload.ts does, says so in the log, and keeps what was wrong with the files for the page `/operate`.
 *
 * @example
 * const { reload, faults } = createLoggedReload(project, log, { ending, use })
 * await reload()
 * faults() // ['line/line.yaml:3:1 bad-shape: …']; none after a reload that worked
 */
import type { Logger } from 'pino'
import type { Project } from './project.ts'
import { createReload, type Reload, type ReloadOptions } from './reload.ts'

const RELOADING = 'Reading the files of the line anew'
const RELOADED = 'The line was reloaded'
const NOT_RELOADED = 'The line was not reloaded, and goes on as before: correct the files, and reload again'
const MOST_LOGGED = 10

export function createLoggedReload(project: Project, log: Logger, options: Omit<ReloadOptions, 'onLearn'>) {
  let faults: readonly string[] = []
  const reloadLine = createReload(project, { ...options, onLearn: (sentence) => log.info(sentence) })
  const reload: Reload = async () => {
    log.info(RELOADING)
    const reloaded = await reloadLine()
    if (options.ending.aborted) return reloaded
    faults = reloaded.ok ? [] : reloaded.problems
    if (reloaded.ok) log.info({ warnings: reloaded.value.slice(0, MOST_LOGGED) }, RELOADED)
    else log.error({ problems: faults.slice(0, MOST_LOGGED), all: faults.length }, NOT_RELOADED)
    return reloaded
  }
  return { reload, faults: () => faults }
}
