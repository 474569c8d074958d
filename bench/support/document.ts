/** docs/performance.md has a section for each bench, between two comments; the rest is written by hand. */
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'docs/performance.md'

/** Prints what a bench has measured, and puts it into its section. */
export function publish(section: string, rows: readonly string[]): void {
  const text = rows.join('\n')
  const [begin, end] = [`<!-- ${section} -->`, `<!-- /${section} -->`]
  const document = readFileSync(FILE, 'utf8')
  const [from, to] = [document.indexOf(begin), document.indexOf(end)]
  if (from < 0 || to < 0) throw new Error(`${FILE} has no section "${section}".`)
  process.stdout.write(`${text}\n`)
  writeFileSync(FILE, `${document.slice(0, from)}${begin}\n${text}\n${document.slice(to)}`)
}
