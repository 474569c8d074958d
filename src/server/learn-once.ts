/**
 * Keeps what the finder has learnt in a folder, under a name that tells from what: to learn from all examples takes half a minute, and a
 * changed sentence changes none of them. Files that nobody has asked for in a month are deleted.
 *
 * @example
 * lint(files, today, learnOnce(['dist/line.learnt'], (what) => console.error(`Learning ${what}`)))
 */
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Learn } from '../finder/lexicon.ts'

/** Set by the build, and by the configuration of the tests (tools/support/code-ids.mjs). */
declare const FINDER_ID: string

const MONTH_MS = 30 * 24 * 60 * 60_000

/**
 * It is kept in the first folder, and found in all of them. At once, without promises: what is compiled waits for it. A folder that
 * cannot be written costs time, and nothing else. `onLearn` is called before each that is learnt.
 */
export function learnOnce(
  folders: readonly [string, ...string[]],
  onLearn: (what: string) => void = () => {},
): Learn {
  return (what, data, train) => {
    const name = createHash('sha256')
      .update(JSON.stringify([FINDER_ID, data]))
      .digest('hex')
      .slice(0, 32)
    for (const folder of folders) {
      const file = join(folder, `${name}.json`)
      const found = read(file)
      if (found === undefined) continue
      touch(file)
      return found
    }
    onLearn(what)
    const model = train()
    keep(folders[0], `${name}.json`, JSON.stringify(model))
    return model
  }
}

function read(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Written beside and renamed, so that no other process reads half of it. */
function keep(folder: string, name: string, text: string): void {
  const part = join(folder, `${name}.${process.pid}.part`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(part, text)
    renameSync(part, join(folder, name))
    for (const name of readdirSync(folder)) deleteIfOld(join(folder, name))
  } catch {
    // A disk that is full, or a folder of somebody else.
  }
}

function deleteIfOld(file: string): void {
  if (Date.now() - statSync(file).mtimeMs > MONTH_MS) rmSync(file)
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // Of somebody else.
  }
}
