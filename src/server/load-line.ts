/** Loads the line that `npm run build` has compiled, for the server on Node and for every command. The worker imports the same file. */
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Line, openLine } from '../line/line.ts'

/** The name of the compiled line. */
export const LINE_FILE = 'line.json'

const BUILD = 'Run `npm run build`: it checks the authored files and compiles them.'

/** Ends the process with a sentence for the operator if there is no compiled line of this version. */
export async function loadLineOrExit({ built }: { readonly built: string }): Promise<Line> {
  const path = join(built, LINE_FILE)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) exitWith(`${known(path)} is missing. ${BUILD}`)
  try {
    return openLine(JSON.parse(text))
  } catch {
    exitWith(`${known(path)} is cut short, or of another version. ${BUILD}`)
  }
}

/** A path as an operator knows it. */
function known(path: string): string {
  const from = relative(process.cwd(), path)
  return from.startsWith('..') ? path : from
}

/** Ends the process with a sentence for the operator. */
export function exitWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
