/** `npm run lines -- measure`: reading grade, seconds of each spoken part and segments of each text, of every topic. */
import { measureTopics } from '../lint/measure.ts'
import { loadLineOrExit } from '../server/load-line.ts'
import { inColumns } from './support/columns.ts'
import { root } from './support/command.ts'

const line = await loadLineOrExit(root)
const rows = measureTopics(line).map(({ locale, number, node, grade, seconds, segments }) => [
  locale,
  String(number),
  node,
  grade === null ? '-' : grade.toFixed(1),
  seconds.join(' '),
  segments.join(' '),
])
const head = ['locale', 'no.', 'topic', 'grade', 'seconds of each part', 'segments of each text']
process.stdout.write(inColumns([head, ...rows]))
