/**
 * Where the files of a line are: those that are shipped, the operator's own, and what is made of both.
 *
 * @example
 * projectAt('/srv/plainline', {})
 * // { root: '/srv/plainline', own: '/srv/plainline/line', built: '/srv/plainline/dist' }
 */
import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { OWN_FOLDER } from '../authored/own-path.ts'
import type { Variables } from '../environment/given.ts'
import { exitWith } from './load-line.ts'

export interface Project {
  /** The folder that holds `flows/`, `locales/`, `dist/` and `drizzle/`. */
  readonly root: string
  /** The operator's own folder; null where there is none. */
  readonly own: string | null
  /** Where the compiled line is. */
  readonly built: string
}

/** The line as it is shipped. */
export function shippedProject(root: string): Project {
  return { root, own: null, built: join(root, 'dist') }
}

/** Ends the process with a sentence for the operator where LINE_DIR names no folder: their line would be told without their words. */
export function projectAt(root: string, { LINE_DIR }: Variables): Project {
  const named = LINE_DIR?.trim()
  const own = named ? resolve(named) : join(root, OWN_FOLDER)
  const isThere = statSync(own, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (named && !isThere)
    exitWith(
      `LINE_DIR is ${named}, and there is no such folder that this user may read. Make it, or correct LINE_DIR.`,
    )
  const { built } = shippedProject(root)
  // A folder elsewhere has its line beside it: that of the program may be read-only, as in a container, or serve several lines.
  return { root, own: isThere ? own : null, built: named ? join(own, '.built') : built }
}

/** Where a file of the line is: `line/…` is in the operator's own folder, wherever that is. */
export function pathOnDisk({ root, own }: Project, path: string): string {
  return own !== null && path.startsWith(`${OWN_FOLDER}/`)
    ? join(own, path.slice(OWN_FOLDER.length + 1))
    : join(root, path)
}
