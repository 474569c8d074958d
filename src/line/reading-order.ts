/**
 * The nodes of a line in the order a caller meets them: menus first, each followed by all that is behind it.
 *
 * @example
 * readingOrder(line) // ['languages', 'main', 'meaning', 'basics', …, 'person', 'ways']
 */
import type { Line } from './line.ts'

export function readingOrder(line: Line): readonly string[] {
  const met = new Set<string>()
  return [line.start, line.main, ...Object.keys(line.nodes)].flatMap((slug) =>
    readingOrderFrom(line, slug, met),
  )
}

/** A node and all nodes behind it, without those in `met`, to which it adds them. */
export function readingOrderFrom(line: Line, slug: string, met: Set<string>): readonly string[] {
  if (met.has(slug)) return []
  met.add(slug)
  const guard = line.guards[slug]
  const before = guard && !met.has(guard) ? [guard] : []
  for (const each of before) met.add(each)
  const node = line.nodes[slug]
  const behind =
    node?.kind === 'menu' ? node.options.flatMap(({ to }) => readingOrderFrom(line, to, met)) : []
  return [...before, slug, ...behind]
}
