/**
 * The nodes of a line in the order a caller meets them: menus first, each followed by all that is behind it.
 *
 * @example
 * inOrderMet(line) // ['languages', 'main', 'meaning', 'basics', …, 'person', 'ways']
 */
import type { Line } from '../line/line.ts'

export function inOrderMet(line: Line): readonly string[] {
  const met = new Set<string>([line.start])
  const meet = (slug: string) => {
    const guard = line.guards[slug]
    if (guard) met.add(guard)
    if (met.has(slug)) return
    met.add(slug)
    const node = line.nodes[slug]
    if (node?.kind === 'menu') for (const { to } of node.options) meet(to)
  }
  meet(line.main)
  for (const slug of Object.keys(line.nodes)) meet(slug)
  return [...met]
}
