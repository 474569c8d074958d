/** `npm run lines:measure`: reading grade, seconds of each spoken part and segments of each text, of every topic. */
import { fileURLToPath } from 'node:url'
import { measureTopics } from '../check/measure.ts'
import { loadLineOrExit } from '../load-line.ts'

const line = await loadLineOrExit(fileURLToPath(new URL('../..', import.meta.url)))
const rows = measureTopics(line).map(({ locale, number, node, grade, seconds, segments }) => [
  locale,
  String(number),
  node,
  grade === null ? '-' : grade.toFixed(1),
  seconds.join(' '),
  segments.join(' '),
])
const table = [['locale', 'no.', 'topic', 'grade', 'seconds of each part', 'segments of each text'], ...rows]
const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
for (const row of table)
  process.stdout.write(
    `${row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
  )
