/** The line that `npm run build` compiled: how the server on Node and every command begin. The worker imports the same file. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CompiledLine, type Line, openLine } from '../line/line.ts'

/** Where the build writes it, under the folder that holds `flows/` and `locales/`. */
export const LINE_FILE = join('dist', 'line.json')

/** Ends the process with a sentence for the operator where nothing was compiled. */
export async function loadLineOrExit(root: string): Promise<Line> {
  const text = await readFile(join(root, LINE_FILE), 'utf8').catch(() => null)
  if (text !== null) return openLine(JSON.parse(text) as CompiledLine)
  process.stderr.write(
    `${LINE_FILE} is missing. Run \`npm run build\`: it checks the authored files and compiles them.\n`,
  )
  process.exit(1)
}
