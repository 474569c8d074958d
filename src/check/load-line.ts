/** The sound line of a folder, or the end of the process with the list of its issues: how every command begins. */
import { formatIssue } from '../authored/issue.ts'
import { loadFiles } from '../authored/load.ts'
import type { Line } from '../line/line.ts'
import { check } from './check.ts'

/** `root` holds `flows/` and `locales/`. */
export async function loadLineOrExit(root: string): Promise<Line> {
  const { line, issues } = check(await loadFiles(root))
  if (line) return line
  process.stderr.write(`${issues.map(formatIssue).join('\n')}\n`)
  process.exit(1)
}
