// docs/performance.md has a part for each bench, between two comments; the rest is written by hand.
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'docs/performance.md'

export function writeSection(name, text) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, rest] = readFileSync(FILE, 'utf8').split(begin)
  const [, after] = rest.split(end)
  writeFileSync(FILE, `${before}${begin}\n${text}\n${end}${after}`)
}
